// Serves the demo pages as they are, and answers for what they load from dist/ with the source, through Vite.
import { createServer as createHttpServer } from 'node:http';
import { readFileSync } from 'node:fs';
import sirv from 'sirv';
import { createServer, mergeConfig } from 'vite';
import shared from '../vite.config.mjs';
import { trustedTypesPolicy } from './bundles.mjs';
import { ELEMENTS, LANGUAGES } from './elements.mjs';
import { embedPage, modelPage } from './html-pages.mjs';

const JS = 'text/javascript';
const HTML = 'text/html; charset=utf-8';
const CSS = 'text/css';

/** A script, classic or module, that imports a source file. */
const importing = (source) => () => [JS, `import('/${source}');`];
const definition = (name) => importing(`src/simulations/${name}/${name}.define.ts`);
const styles = (name) => () => [CSS, readFileSync(`src/embed/${name}-page.css`, 'utf8')];

/** What the build would write, by address: functions that return a type and a text. */
const BUILT = new Map([
  ['/dist/autoloader.js', importing('src/autoloader.ts')],
  ['/dist/embed/embed.js', importing('src/embed/embed-page.ts')],
  ['/dist/embed/embed.css', styles('embed')],
  ['/dist/model/model.css', styles('model')],
  ...ELEMENTS.flatMap((name) => [
    [`/dist/cdn/${name}.js`, definition(name)],
    [`/dist/standalone/${name}.js`, definition(name)],
    [`/dist/embed/${name}.html`, () => [HTML, embedPage(name)]],
    [`/dist/model/${name}.html`, () => [HTML, modelPage(name)]],
  ]),
  ...['cdn', 'standalone'].flatMap((folder) => [
    [`/dist/${folder}/obs-elements.js`, importing('src/define.ts')],
    ...LANGUAGES.map((tag) => [`/dist/${folder}/lang/${tag}.js`, importing(`src/i18n/${tag}/index.ts`)]),
  ]),
]);

/** For a visitor who is quicker than Storybook. */
const STARTING = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Storybook is starting</title>
  <meta http-equiv="refresh" content="1"></head><body><p>Storybook is starting …</p></body></html>`;

/** Listens on `port`, or on a free one where that is taken; resolves to its address. */
export async function serveSource({ port, storybook }) {
  const policy = trustedTypesPolicy('obs-elements');
  const vite = await createServer(
    mergeConfig(shared, {
      configFile: false,
      logLevel: 'warn',
      appType: 'custom',
      // The demo pages forbid connections, so they are not told of changes: a reload shows them.
      server: { middlewareMode: true, hmr: false, ws: false },
      plugins: [policy],
      optimizeDeps: { entries: ['src/**/*.define.ts'], rolldownOptions: { plugins: [policy] } },
    }),
  );
  const demo = sirv('demo', { dev: true, extensions: ['html'] });
  const server = createHttpServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const redirect = (location) => response.writeHead(302, { location }).end();
    const notFound = () => response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found.');
    const built = BUILT.get(pathname);
    if (built) {
      const [type, text] = built();
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(text);
    } else if (pathname === '/' || pathname === '/demo') redirect('/demo/');
    else if (pathname.startsWith('/storybook')) {
      const starting = () => response.writeHead(200, { 'content-type': HTML }).end(STARTING);
      fetch(`${storybook}index.json`).then(() => redirect(storybook + search), starting);
    } else if (pathname.startsWith('/demo/')) {
      request.url = request.url.slice('/demo'.length);
      demo(request, response, notFound);
    } else vite.middlewares(request, response, notFound);
  });
  const listen = (wanted) =>
    new Promise((listening, failed) => {
      server.once('error', failed);
      server.listen(wanted, '127.0.0.1', () => {
        server.off('error', failed);
        listening();
      });
    });
  await listen(port).catch(() => listen(0));
  return { address: `http://127.0.0.1:${server.address().port}` };
}
