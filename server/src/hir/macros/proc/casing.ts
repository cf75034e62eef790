/** Words of identifiers and the ways to write them, as the crate `heck` does for derives. */

/** Splits at underscores, hyphens and changes of case: `HTTPServer_two` is HTTP, Server, two. */
export function words(name: string): string[] {
  return name
    .replace(/^r#/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((part) => part.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u))
    .filter((word) => word !== '');
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();

export const kebabCase = (name: string): string =>
  words(name)
    .map((w) => w.toLowerCase())
    .join('-');
export const snakeCase = (name: string): string =>
  words(name)
    .map((w) => w.toLowerCase())
    .join('_');
export const shoutySnakeCase = (name: string): string => snakeCase(name).toUpperCase();
export const upperCamelCase = (name: string): string => words(name).map(capital).join('');
export const lowerCamelCase = (name: string): string =>
  upperCamelCase(name).replace(/^./u, (first) => first.toLowerCase());
