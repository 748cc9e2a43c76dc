import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { ELEMENTS } from './scripts/elements.mjs';

const attributeOf = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What `objective: number(99.9, …)` in an element's settings says it starts as, as source text. */
function initialValues(ts, node) {
  const settings = node.members.find(
    (member) => member.name?.getText() === 'settings' && member.initializer?.properties,
  );
  return new Map(
    settings?.initializer.properties.map(({ name, initializer }) => [
      name?.getText(),
      initializer && ts.isCallExpression(initializer) ? initializer.arguments[0].getText() : 'false',
    ]),
  );
}

/** Every field that an element declares is a setting, and every setting is an attribute. */
const settingsAreAttributes = {
  name: 'settings-are-attributes',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const declaration = moduleDoc.declarations?.find(({ name }) => name === node.name?.text);
    if (!declaration) return;
    const initial = initialValues(ts, node);
    // An element may begin with another value for a setting that it inherits.
    declaration.initial = initial;
    for (const member of node.members) {
      if (!member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword)) continue;
      const field = declaration.members?.find(({ name }) => name === member.name.getText());
      if (!field) continue;
      field.attribute = attributeOf(field.name);
      field.default = initial.get(field.name);
      const { name: fieldName, description, type, default: value } = field;
      (declaration.attributes ??= []).push({ name: field.attribute, fieldName, description, type, default: value });
    }
  },
};

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
      for (const described of [...(declaration.attributes ?? []), ...(declaration.members ?? [])]) {
        const own = declaration.initial?.get(described.fieldName ?? described.name);
        if (own !== undefined && described.kind !== 'method') described.default = own;
      }
      delete declaration.initial;
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
    'src/ui/element/settings-element.ts',
    'src/ui/element/obs-element.ts',
    'src/ui/playback/run-element.ts',
    ...ELEMENTS.map((name) => `src/simulations/${name}/${name}.ts`),
  ],
  outdir: '.',
  packagejson: false,
  plugins: [
    settingsAreAttributes,
    publicOnly,
    publishedPaths,
    customElementVsCodePlugin({ outdir: '.', hideLogs: true }),
    customElementJetBrainsPlugin({ outdir: '.', packageJson: false, hideLogs: true }),
  ],
};
