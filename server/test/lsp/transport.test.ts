/** The ways to reach the server other than standard streams, and how it ends. */
import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import {
  createProtocolConnection,
  ExitNotification,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { server } from './client.ts';

/** From the handshake to the end. */
async function session(reader: MessageReader, writer: MessageWriter): Promise<void> {
  const connection = createProtocolConnection(reader, writer);
  connection.listen();
  const result = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities: {},
  });
  assert.equal(result.serverInfo?.name, 'monolens');
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
}

describe("the language server's transports", function () {
  this.timeout(30_000);

  it('speak over Node IPC', async () => {
    const child = fork(server, ['--node-ipc'], { execArgv: [] });
    const exit = once(child, 'exit');
    await session(new IPCMessageReader(child), new IPCMessageWriter(child));
    assert.deepEqual(await exit, [0, null]);
  });

  it('speak over a socket', async () => {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const child = spawn(process.execPath, [server, `--socket=${(listener.address() as AddressInfo).port}`]);
    const exit = once(child, 'exit');
    const [socket] = (await once(listener, 'connection')) as [Socket];
    await session(new StreamMessageReader(socket), new StreamMessageWriter(socket));
    assert.deepEqual(await exit, [0, null]);
    listener.close();
  });

  it('say what is wrong with the arguments', async () => {
    const child = spawn(process.execPath, [server, '--socket=none']);
    let message = '';
    child.stderr.on('data', (data) => {
      message += data;
    });
    assert.deepEqual(await once(child, 'exit'), [1, null]);
    assert.match(message, /--socket=none is no port/);
  });

  it('end with 1 when exit comes without shutdown', async () => {
    const child = fork(server, ['--node-ipc'], { execArgv: [] });
    const exit = once(child, 'exit');
    await new IPCMessageWriter(child).write({ jsonrpc: '2.0', method: 'exit' } as never);
    assert.deepEqual(await exit, [1, null]);
  });
});
