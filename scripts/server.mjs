// Serves what a visitor sees: the demo pages, what they embed, and Storybook, all as plain files.
import { createServer } from 'node:http';
import sirv from 'sirv';

const folder = (path) => sirv(path, { dev: true, extensions: ['html'] });
const mounts = { '/demo': folder('demo'), '/dist': folder('dist'), '/storybook': folder('storybook-static') };

/** Listens on `port` (0 for any free one) of this machine; resolves to the server and its address. */
export async function serve(port = 0, headers = {}) {
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const [, mount = ''] = /^(\/[^/?]+)(?=\/)/.exec(request.url ?? '') ?? [];
    const notFound = () => {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('Not found.');
    };
    if (!Object.hasOwn(mounts, mount)) {
      const known = Object.keys(mounts).find((path) => request.url === path) ?? '/demo';
      response.writeHead(request.url === '/' || known !== '/demo' ? 302 : 404, { location: `${known}/` });
      response.end();
      return;
    }
    request.url = request.url.slice(mount.length);
    mounts[mount](request, response, notFound);
  });
  await new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  return { server, address: `http://127.0.0.1:${server.address().port}` };
}
