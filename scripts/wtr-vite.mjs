// Serves WTR's tests through Vite (middleware mode), so tests see exactly what `vite build` and Storybook see.
import { createServer, mergeConfig } from 'vite';

export function viteForWtr(config = {}) {
  let vite;
  const external = {
    name: 'wtr-external',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith('/__web-dev-server__') ? { id, external: true } : undefined),
  };
  return {
    plugin: {
      name: 'vite',
      async serverStart({ fileWatcher }) {
        vite = await createServer(
          mergeConfig(
            {
              logLevel: 'error',
              appType: 'custom',
              cacheDir: 'node_modules/.vite-wtr',
              plugins: [
                external,
                {
                  name: 'wtr-watch',
                  transform(_, id) {
                    const f = id.split('?')[0];
                    if (f.startsWith('/') && !f.includes('/node_modules/')) fileWatcher.add(f);
                  },
                },
              ],
              optimizeDeps: { exclude: ['@web/test-runner-commands'] },
              server: { middlewareMode: true, hmr: false, ws: false },
            },
            config,
          ),
        );
      },
      async serverStop() {
        await vite?.close();
      },
    },
    // WTR's own pages ('/?wtr-session-id=…') and scripts ('/__web…') stay with WTR.
    middleware: (ctx, next) => {
      if (ctx.path === '/' || ctx.path.startsWith('/__web') || ctx.path.startsWith('/wtr')) return next();
      return new Promise((resolve, reject) => {
        ctx.respond = false;
        ctx.res.once('close', resolve);
        vite.middlewares(ctx.req, ctx.res, (error) => {
          ctx.respond = true;
          ctx.res.off('close', resolve);
          if (error) reject(error);
          else next().then(resolve, reject);
        });
      });
    },
  };
}
