import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Opens a file that is dropped anywhere on the element; what else is dragged over it is the page's. */
export class FileDrop implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement & { readonly noControls: boolean };
  readonly #open: (file: File) => void;

  constructor(
    host: ReactiveControllerHost & HTMLElement & { readonly noControls: boolean },
    open: (file: File) => void,
  ) {
    this.#host = host;
    this.#open = open;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('dragover', this.#allow);
    this.#host.addEventListener('drop', this.#take);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('dragover', this.#allow);
    this.#host.removeEventListener('drop', this.#take);
  }

  readonly #allow = (event: DragEvent): void => {
    if (!this.#host.noControls && event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };

  readonly #take = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    if (this.#host.noControls || !file) return;
    event.preventDefault();
    this.#open(file);
  };
}
