/** Mono items as `rustc -Zprint-mono-items` prints them. */
import { emptyArgs } from '../ty/intern.ts';
import type { TyPrinter } from '../ty/print.ts';
import type { Instance, MonoItem } from './instance.ts';

/** `fn foo::<u32>`, `static COUNT`, `fn std::ptr::drop_in_place::<T> - shim(Some(T))`. */
export function printMonoItem(printer: TyPrinter, item: MonoItem): string {
  switch (item.kind) {
    case 'Fn':
      return `fn ${printInstance(printer, item.instance)}`;
    case 'Static':
      return `static ${printer.valuePath(item.def, emptyArgs)}`;
    case 'GlobalAsm':
      return 'global_asm!()';
  }
}

export function printInstance(printer: TyPrinter, { kind, args }: Instance): string {
  return `${printer.valuePath(kind.def, args)}${suffix(printer, kind)}`;
}

function suffix(printer: TyPrinter, kind: Instance['kind']): string {
  switch (kind.kind) {
    case 'Item':
      return '';
    case 'Intrinsic':
      return ' - intrinsic';
    case 'Virtual':
      return ` - virtual#${kind.index}`;
    case 'VTableShim':
      return ' - shim(vtable)';
    case 'ReifyShim':
      return ' - shim(reify)';
    case 'ClosureOnceShim':
      return ' - shim';
    case 'DropGlue':
      return kind.ty ? ` - shim(Some(${printer.ty(kind.ty)}))` : ' - shim(None)';
    case 'FnPtrShim':
    case 'CloneShim':
    case 'FnPtrAddrShim':
      return ` - shim(${printer.ty(kind.ty)})`;
    case 'ThreadLocalShim':
      return ' - shim(tls)';
  }
}
