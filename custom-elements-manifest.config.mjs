import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { ELEMENTS } from './scripts/elements.mjs';

/** What a page may use: no private or static member, nothing marked internal, no event that only the analyzer saw. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    const modules = customElementsManifest.modules.filter(({ path }) => path.startsWith('src/simulations/'));
    customElementsManifest.modules = modules.sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const declaration of modules.flatMap((module) => module.declarations ?? [])) {
      declaration.members = declaration.members?.filter(
        (member) =>
          !member.name.startsWith('#') &&
          !member.static &&
          (member.privacy ?? 'public') === 'public' &&
          !/@internal/.test(member.description ?? '') &&
          (member.attribute || (member.kind === 'method' && member.description && !/Callback$/.test(member.name))),
      );
      // The base is no entry of the package: what it gives stands with each element.
      delete declaration.superclass;
      for (const inherited of [...(declaration.attributes ?? []), ...(declaration.members ?? [])])
        delete inherited.inheritedFrom;
      declaration.events = declaration.events?.filter((event) => event.name && event.description);
    }
  },
};

/** `src/simulations/x/x.ts` is published as `dist/x.js`. */
const publishedPaths = {
  name: 'published-paths',
  packageLinkPhase({ customElementsManifest }) {
    const published = (value) =>
      typeof value === 'string' ? value.replace(/^\/?src\/(?:.*\/)?([^/]+)\.ts$/, 'dist/$1.js') : value;
    const visit = (object) => {
      for (const [key, value] of Object.entries(object)) {
        if (value && typeof value === 'object') visit(value);
        else object[key] = published(value);
      }
    };
    visit(customElementsManifest);
  },
};

export default {
  globs: [
    'src/ui/element/obs-element.ts',
    'src/ui/playback/run-element.ts',
    ...ELEMENTS.map((name) => `src/simulations/${name}/${name}.ts`),
  ],
  outdir: '.',
  packagejson: false,
  litelement: true,
  plugins: [
    publicOnly,
    publishedPaths,
    customElementVsCodePlugin({ outdir: '.', hideLogs: true }),
    customElementJetBrainsPlugin({ outdir: '.', packageJson: false, hideLogs: true }),
  ],
};
