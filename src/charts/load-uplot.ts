import type uPlot from 'uplot';

export type UPlot = typeof uPlot;

let loaded: UPlot | undefined;
let loading: Promise<void> | undefined;

/** Returns uPlot if it has arrived; from then on, charts draw without waiting. */
export function loadedUPlot(): UPlot | undefined {
  return loaded;
}

/** Loads uPlot with the first chart. It needs a page, so it is never imported before one asks for it. */
export function loadUPlot(): Promise<void> {
  loading ??= import('uplot').then(
    (module) => {
      loaded = module.default;
    },
    (error: unknown) => {
      // The next chart tries again; until then, the values above the plot are all there is.
      loading = undefined;
      console.warn("Charts show no lines because uPlot didn't load.", error);
    },
  );
  return loading;
}
