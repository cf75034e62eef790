/** The channel to the client that the command line chooses: standard streams, Node's IPC, a socket or a pipe. */
import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** The client went away without saying so. */
  onClose(listener: () => void): void;
}

/** As the arguments say; standard streams if they say nothing. Throws if they make no sense. */
export function openTransport(args: readonly string[]): Transport {
  if (args.includes('--node-ipc')) {
    if (process.send === undefined) throw new Error('--node-ipc needs a parent process with an IPC channel');
    return {
      reader: new IPCMessageReader(process),
      writer: new IPCMessageWriter(process),
      onClose: (listener) => process.on('disconnect', listener),
    };
  }
  const socket = optionValue(args, '--socket');
  if (socket !== undefined) {
    const port = Number(socket);
    if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`--socket=${socket} is no port`);
    return closing(createServerSocketTransport(port));
  }
  const pipe = optionValue(args, '--pipe');
  if (pipe !== undefined) return closing(createServerPipeTransport(pipe));
  const reader = new StreamMessageReader(process.stdin);
  return closing([reader, new StreamMessageWriter(process.stdout)]);
}

function closing([reader, writer]: readonly [MessageReader, MessageWriter]): Transport {
  return {
    reader,
    writer,
    onClose: (listener) => {
      reader.onClose(listener);
      writer.onClose(listener);
    },
  };
}

/** `--name=VALUE` or `--name VALUE`. */
function optionValue(args: readonly string[], name: string): string | undefined {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  const arg = args[at];
  if (arg === undefined) return undefined;
  return arg === name ? (args[at + 1] ?? '') : arg.slice(name.length + 1);
}
