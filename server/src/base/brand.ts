/**
 * Nominal integers. Every id of the engine (a file, a crate, a definition, …) is a small integer so that it can
 * key a memo table; the brand keeps one kind of id from being passed for another.
 */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
