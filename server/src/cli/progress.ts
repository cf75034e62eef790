/** Progress on a terminal: one line, rewritten in place, shown only once the work has taken a second. */
import type { WriteStream } from 'node:tty';

export interface Progress {
  /** What is being done now, as a short phrase. */
  report(message: string): void;
}

const delay = 1000;
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

export class TerminalProgress implements Progress {
  readonly #out: WriteStream | undefined;
  readonly #start = Date.now();
  #timer: NodeJS.Timeout | undefined;
  #message = '';
  #frame = 0;
  #shown = false;

  /** Nothing is shown where the stream is no terminal. */
  constructor(out: WriteStream) {
    this.#out = out.isTTY ? out : undefined;
  }

  report(message: string): void {
    this.#message = message;
    if (!this.#out || this.#timer) return;
    this.#timer = setInterval(() => this.#draw(), 100);
    this.#timer.unref();
  }

  done(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (this.#shown) this.#out?.write('\r\x1b[K');
    this.#shown = false;
  }

  #draw(): void {
    const elapsed = Date.now() - this.#start;
    if (elapsed < delay) return;
    this.#shown = true;
    const frame = frames[this.#frame++ % frames.length];
    this.#out?.write(`\r\x1b[K${frame} ${this.#message} (${Math.floor(elapsed / 1000)} s)`);
  }
}
