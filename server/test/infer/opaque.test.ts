import { strict as assert } from 'node:assert';
import { check, inferProgram } from './support.ts';

function hidden(program: ReturnType<typeof inferProgram>, name: string): string[] {
  return [...program.result(name).opaqueTypes.values()].map((ty) => program.ty(ty));
}

describe('opaque types', () => {
  it('finds the hidden type of impl Trait', () => {
    const program = inferProgram(`
fn evens(v: Vec<u8>) -> impl Iterator<Item = u8> { v.into_iter() }
fn pair() -> (impl Clone, impl Fn(u8) -> u16) { (1u32, |x| x as u16) }
`);
    assert.deepEqual(hidden(program, 'evens'), ['std::vec::IntoIter<u8>']);
    assert.deepEqual(hidden(program, 'pair'), ['u32', '{closure@/inline/main.rs:3:56: 3:59}']);
  });

  it('hides it from callers, but for its bounds', () => {
    check(`
fn it() -> impl Iterator<Item = u8> { [1u8].into_iter() }
fn f() {
    for x in it() { x; }
                  //^ u8
    it().map(|x| x as u16).max();
  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ std::option::Option<u16>
}`);
  });

  it('takes impl Trait in arguments as a parameter', () => {
    check(`
fn show(t: impl Into<u64> + Copy) -> u64 { t.into() }
                                         //^^^^^^^^ u64
fn f() {
    show(3u32);
  //^^^^ show::<u32>
}`);
  });

  it('awaits futures of async functions and blocks', () => {
    check(`
async fn get(s: &str) -> usize { s.len() }
                               //^^^^^^^ usize
async fn f() {
    let n = get("x").await;
          //^^^^^^^^^^^^^^ usize
    let b = async { n as u8 };
    b.await;
  //^^^^^^^ u8
}`);
  });

  it('knows casts apart', () => {
    const program = inferProgram(`
enum E { A = 3 }
fn f(p: *const u8, r: &[u8; 2], i: fn()) {
    1u8 as u32; E::A as u8; p as usize; p as *const u16; 4usize as *const u8; r as *const [u8; 2] as *const u8;
    i as usize; f as *const (); &1 as &dyn Clone2; 'c' as u32;
}
trait Clone2 {}
impl Clone2 for i32 {}
`);
    assert.deepEqual(
      [...program.result('f').casts].sort(([a], [b]) => a - b).map(([, kind]) => kind),
      [
        'Numeric',
        'EnumToInt',
        'PtrToAddr',
        'PtrToPtr',
        'AddrToPtr',
        'Coercion',
        'PtrToPtr',
        'FnPtrToAddr',
        'FnPtrToPtr',
        'Coercion',
        'Numeric',
      ],
    );
  });
});
