/** The protocol's messages over a port between two threads. */
import type { MessagePort } from 'node:worker_threads';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node';

export class PortMessageReader extends AbstractMessageReader implements MessageReader {
  readonly #port: MessagePort;
  readonly #onReceived: (message: Message) => void;

  /** `onReceived` sees each message before it is queued. */
  constructor(port: MessagePort, onReceived: (message: Message) => void) {
    super();
    this.#port = port;
    this.#onReceived = onReceived;
  }

  listen(callback: DataCallback): Disposable {
    const onMessage = (message: Message) => {
      this.#onReceived(message);
      callback(message);
    };
    const onClose = () => this.fireClose();
    this.#port.on('message', onMessage);
    this.#port.on('close', onClose);
    return {
      dispose: () => {
        this.#port.off('message', onMessage);
        this.#port.off('close', onClose);
      },
    };
  }
}

export class PortMessageWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #port: MessagePort;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
  }

  async write(message: Message): Promise<void> {
    this.#port.postMessage(message);
  }

  end(): void {}
}
