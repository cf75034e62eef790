/** What `-Zdump-mir` writes: the blocks of a body, each with the lines of its statements and its terminator. */
export function dumpedBlocks(mir: string): string[][] {
  const blocks = mir.matchAll(/^ {4}bb\d+(?: \(cleanup\))?: \{\n([\s\S]*?)^ {4}\}/gm);
  return Array.from(blocks, ([, block]) => {
    const lines = block!.split('\n').map((line) => line.trim());
    return lines.filter((line) => line !== '' && !line.startsWith('//'));
  });
}
