/** The commands and what each prints; exit codes: 0, 1 for missing input, 2 for wrong usage. */
import { Command, CommanderError, Option } from 'commander';
import { printCgus } from './cgus.ts';
import { InputError, UsageError } from './errors.ts';
import { printExplanation } from './explain.ts';
import { type ItemsOptions, printItems } from './items.ts';
import { addCommonOptions, type CommonOptions } from './options.ts';
import type { Progress } from './progress.ts';
import { openSession, type Session } from './session.ts';
import { printStats, type StatsOptions } from './stats.ts';
import { printUnused } from './unused.ts';
import { version } from './version.ts';

const formats = (...choices: string[]) =>
  new Option('--format <format>', 'how to print it').choices(choices).default(choices[0]);

export async function runProgram(args: readonly string[], progress: Progress): Promise<number> {
  const run = async (
    input: string,
    options: CommonOptions,
    print: (session: Session) => string,
  ): Promise<void> => {
    const session = await openSession(input, options, progress);
    const { text, warnings } = answer(session, JSON.stringify([args, process.cwd()]), print);
    for (const line of warnings) process.stderr.write(`${line}\n`);
    for (const note of session.notes) process.stderr.write(`note: ${note}\n`);
    process.stdout.write(text);
  };

  const program = new Command('monolens')
    .description(
      'Shows what rustc makes of generic Rust code: mono items, unused parameters and codegen units.',
    )
    .version(version)
    .showHelpAfterError('(see monolens --help)')
    .exitOverride();

  addCommonOptions(program.command('items'))
    .description('every mono item: each copy of a function, static and piece of glue that gets machine code')
    .addOption(formats('table', 'rustc', 'json'))
    .option('--unresolved', 'print instead what could not be resolved, grouped by cause')
    .action((input: string, options: CommonOptions & ItemsOptions) =>
      run(input, options, (session) => printItems(session, options)),
    );

  addCommonOptions(program.command('unused'))
    .description('functions, methods and closures with generic parameters that their code does not use')
    .addOption(formats('table', 'json'))
    .action((input: string, options: CommonOptions & { format: 'table' | 'json' }) =>
      run(input, options, (session) => printUnused(session, options.format)),
    );

  addCommonOptions(program.command('cgus'))
    .description('the codegen units and what each holds')
    .addOption(formats('table', 'json'))
    .option('--items', 'list the items of each unit')
    .action((input: string, options: CommonOptions & { format: 'table' | 'json'; items?: boolean }) =>
      run(input, options, (session) => printCgus(session, options)),
    );

  const explain = program
    .command('explain')
    .argument('<item>', 'the item, as `monolens items` prints it, or a part of its name')
    .description('why an item exists: the chain of uses from a root of the program to it');
  addCommonOptions(explain)
    .addOption(formats('table', 'json'))
    .action((item: string, input: string, options: CommonOptions & { format: 'table' | 'json' }) =>
      run(input, options, (session) => printExplanation(session, item, options.format)),
    );

  addCommonOptions(program.command('stats'))
    .description('for each definition: its copies and their estimated size, largest first')
    .addOption(formats('table', 'json'))
    .option('--generic', 'only generic functions of your own crates, by number of copies')
    .option('--types', 'list the types of the copies')
    .option('-n, --limit <n>', 'print only the first n', (text) => {
      const n = Number(text);
      if (!Number.isInteger(n) || n < 0) throw new UsageError(`--limit takes a number, not ${text}`);
      return n;
    })
    .action((input: string, options: CommonOptions & StatsOptions) =>
      run(input, options, (session) => printStats(session, options)),
    );

  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.code.startsWith('commander.help') || error.code === 'commander.version'
        ? error.exitCode === 0
          ? 0
          : 2
        : 2;
    }
    if (error instanceof UsageError) {
      process.stderr.write(`monolens: ${error.message}\n`);
      return 2;
    }
    if (error instanceof InputError) {
      process.stderr.write(`monolens: ${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

interface Answer {
  readonly text: string;
  readonly warnings: readonly string[];
}

/** What the command prints, remembered if it was run on the same program before. */
function answer(session: Session, command: string, print: (session: Session) => string): Answer {
  const { answers, warnings } = session;
  const known = answers.get(command);
  if (known !== undefined) return JSON.parse(known) as Answer;
  const made: Answer = { text: print(session), warnings };
  answers.set(command, JSON.stringify(made));
  return made;
}
