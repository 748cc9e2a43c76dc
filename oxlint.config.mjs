// Lint rules. `oxlint -c oxlint.config.mjs`; the layers and what each may import are told in ARCHITECTURE.md.

const MATH = ['log', 'log1p', 'log2', 'log10', 'exp', 'expm1', 'pow', 'sin', 'cos'];

/** Anything that belongs to a page. */
const PAGE = [
  'lit',
  'lit/**',
  '@lit/**',
  '@lit-labs/**',
  'uplot',
  '**/ui/**',
  '**/charts/**',
  '**/theme/**',
  '**/embed/**',
  '**/i18n/**',
  '**/events.js',
];

const forbid = (group, message) => ({ group, message });
const noPage = forbid(PAGE, 'Imports point inward: engine <- telemetry <- slo, shop <- model. A model knows no page.');
const noSimulations = forbid(['**/simulations/**'], 'Only an element knows its simulation.');
const noOtherSimulation = (group) => forbid(group, 'Simulations never import one another.');

const imports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

/** Nothing but the seed and the simulated clock may decide what happens. */
const repeatable = (mathFunctions = []) => ({
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Draw from simulation.random.' },
    { object: 'Date', property: 'now', message: 'Read simulation.now.' },
    ...mathFunctions.map((property) => ({
      object: 'Math',
      property,
      message: 'Its last bits differ between browsers.',
    })),
  ],
  'no-restricted-globals': [
    'error',
    { name: 'Date', message: 'Read simulation.now.' },
    { name: 'performance', message: 'Read simulation.now.' },
  ],
});

const override = (files, ...rules) => ({ files, rules: Object.assign({}, ...rules) });

export default {
  plugins: ['typescript', 'import', 'unicorn', 'oxc'],
  jsPlugins: ['eslint-plugin-lit', 'eslint-plugin-wc'],
  categories: { correctness: 'error' },
  rules: {
    'typescript/no-floating-promises': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/no-non-null-assertion': 'error',
    'no-restricted-properties': ['error', { object: 'document', property: 'write' }],
    'no-eval': 'error',
    'no-new-func': 'error',
    'import/no-cycle': 'error',
    'lit/no-invalid-html': 'error',
    'lit/no-duplicate-template-bindings': 'error',
    'lit/attribute-value-entities': 'error',
    'lit/binding-positions': 'error',
    'lit/no-property-change-update': 'error',
    'lit/no-value-attribute': 'error',
    'lit/no-template-arrow': 'error',
    'lit/no-classfield-shadowing': 'error',
    'lit/quoted-expressions': 'error',
    'wc/require-listener-teardown': 'error',
    'wc/no-constructor-attributes': 'error',
  },
  overrides: [
    override(
      ['src/engine/**'],
      imports(forbid(['lit', 'lit/**', 'uplot', '../**'], 'The engine knows time and chance, nothing else.')),
      repeatable(MATH),
    ),
    override(
      ['src/telemetry/**'],
      imports(noPage, noSimulations, forbid(['**/slo/**', '**/shop/**'], 'Telemetry may import the engine alone.')),
      repeatable(),
    ),
    override(
      ['src/slo/**'],
      imports(noPage, noSimulations, forbid(['**/shop/**'], 'Objectives know no system.')),
      repeatable(),
    ),
    override(['src/shop/**'], imports(noPage, noSimulations), repeatable(MATH)),
    // A simulation's own folder is `..` for the files in its rooms, and `.` for those beside the element.
    override(['src/simulations/*/*.ts'], imports(noOtherSimulation(['../[a-z]*/**']))),
    override(['src/simulations/*/*/*.ts'], imports(noOtherSimulation(['../../[a-z]*/**']))),
    override(
      ['src/simulations/*/*.model.ts'],
      imports(noPage, noOtherSimulation(['../[a-z]*/**', '**/simulations/**'])),
      repeatable(MATH),
    ),
    override(
      ['src/simulations/*/*/*.model.ts'],
      imports(noPage, noOtherSimulation(['../../[a-z]*/**', '**/simulations/**'])),
      repeatable(MATH),
    ),
    override(
      ['src/ui/**', 'src/charts/**', 'src/theme/**', 'src/i18n/**', 'src/embed/**'],
      imports(forbid(['**/simulations/**'], 'What elements share knows none of them.')),
    ),
    override(['test/**', 'scripts/**', 'stories/**'], {
      'typescript/no-floating-promises': 'off',
      'typescript/no-non-null-assertion': 'off',
      'lit/no-template-arrow': 'off',
    }),
  ],
};
