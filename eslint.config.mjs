import { readdirSync } from 'node:fs';
import { basename, dirname, relative, sep } from 'node:path';

import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const root = import.meta.dirname;
const panels = readdirSync(`${root}/src/panels`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** A folder or file is named for what it holds; these names hold anything. */
const EMPTY_NAMES = /^(utils?|helpers?|shared|common|core|services?|misc)$/i;

const tellingNames = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { empty: '"{{name}}" says nothing about what it holds; name it for its content.' },
  },
  create: (context) => ({
    Program(node) {
      const path = relative(root, context.filename);
      const words = [...dirname(path).split(sep), basename(path).split('.')[0]];
      const name = words.find((word) => EMPTY_NAMES.test(word));
      if (name !== undefined) {
        context.report({ node, messageId: 'empty', data: { name } });
      }
    },
  }),
};

/**
 * The arrows of the layout, lowest layer first: a place imports from lower layers only, never from its own or a higher one.
 * Those of one row know nothing of each other; nested plugins are separate bundles that meet in data frames alone.
 */
const layers = [
  ['pkg/prophet-wasm', 'pkg/detector'],
  ['pkg/engine', 'pkg/prometheus'],
  ['pkg/rules'],
  ['src/grafana'],
  ['src/stores'],
  ['src/settings', 'src/training', 'src/views', 'src/log'],
  ['src/chart'],
  ['src/alerts'],
  ['src/app', 'src/datasource', ...panels.map((panel) => `src/panels/${panel}`)],
];

/** The same inside the packages: folders, and files that lie beside them, in the order in which they build on each other. */
const rooms = {
  'pkg/detector/src': [['series'], ['detection', 'simulation', 'history'], ['adaptive', 'evaluation']],
  'pkg/engine/src': [
    ['series', 'settings', 'metrics', 'slices.ts'],
    ['calendar', 'training', 'note.ts'],
    ['exclusions'],
    ['fit'],
    ['verbs.ts'],
    ['forecast', 'score'],
    ['detect', 'replay', 'evaluation'],
    ['roll', 'models', 'log', 'notes'],
    ['engine.ts'],
  ],
  'pkg/prometheus/src': [['span.ts'], ['api'], ['promql', 'range'], ['grid', 'rows']],
};

for (const [place, order] of Object.entries(rooms)) {
  const homeless = readdirSync(`${root}/${place}`).filter((name) => ![...order.flat(), 'index.ts'].includes(name));
  if (homeless.length > 0) {
    throw new Error(`no room for ${homeless.join(', ')} of ${place}: give it one in eslint.config.mjs`);
  }
}

const zone = (target, from, message) => ({ target: `${root}/${target}`, from: `${root}/${from}`, message });
const upward = (order) =>
  order.flatMap((row, height) =>
    row.flatMap((place) => {
      const closed = order
        .slice(height)
        .flat()
        .filter((other) => other !== place);
      return closed.map((other) =>
        zone(place, other, `${place} is below ${other}, or beside it: see the layers in eslint.config.mjs.`),
      );
    }),
  );
const zones = [
  ...upward(layers),
  ...Object.entries(rooms).flatMap(([place, order]) =>
    upward(order.map((row) => row.map((name) => `${place}/${name}`))),
  ),
  ...['src', 'workbench', 'tests'].map((from) => zone('pkg', from, 'A package knows nothing of the plugin around it.')),
  ...['workbench', 'tests', 'tooling'].map((from) =>
    zone('src', from, 'The plugin ships without its workbench and tests.'),
  ),
  ...['src', 'tests/e2e', 'tests/bench'].map((from) =>
    zone('workbench', from, 'The workbench loads the built plugins, as Grafana does.'),
  ),
];

const importRules = {
  cssImport: { regex: '\\.(css|scss)$', message: 'Style with @emotion/css: plugins ship no style sheets.' },
  ownIndex: {
    regex: '^\\.{1,2}(/\\.\\.)*/?$|^\\.{1,2}/(.*/)?index(\\.js)?$',
    message: 'Import the file itself, never an index of the same package.',
  },
  packagePath: {
    // Inputs that a package's tests build serve the plugin's tests too.
    regex: '(^\\.{1,2}/(.*/)?pkg/(?![a-z-]+/tests/)|^(prophet-wasm|foreband-[a-z]+)/)',
    message: 'Import packages by their name alone.',
  },
  host: {
    regex: '^(react|react-dom|rxjs|@grafana)(/|$)',
    message: 'Packages know no framework: only columns of numbers cross this border.',
  },
};
const restrictImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const { cssImport, ownIndex, packagePath, host } = importRules;

const refuse = (selector, message) => ({ selector, message });
const syntax = [
  refuse('TSEnumDeclaration', 'Use a union of strings.'),
  refuse("JSXAttribute[name.name='dangerouslySetInnerHTML']", 'No HTML from data.'),
  refuse(
    "MemberExpression[object.name='window'][property.name='location']",
    'Use locationService of @grafana/runtime.',
  ),
  refuse("MemberExpression[object.name='window'][property.name='grafanaBootData']", 'Use config of @grafana/runtime.'),
  refuse(
    "CallExpression[callee.object.name='window'][callee.property.name='open'][arguments.length<3]",
    "Pass 'noopener' to window.open.",
  ),
];

const unchecked = Object.fromEntries(
  ['argument', 'assignment', 'call', 'member-access', 'return'].map((what) => [
    `@typescript-eslint/no-unsafe-${what}`,
    'off',
  ]),
);

export default tseslint.config(
  { ignores: ['**/node_modules', '**/dist', '**/build', '**/coverage', '**/test-results', '**/assembly', '.cache'] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { 'import-x': importX, foreband: { rules: { 'telling-names': tellingNames } } },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          project: `${root}/tsconfig.json`,
          conditionNames: ['foreband-source', 'types', 'import', 'default'],
        }),
      ],
    },
    rules: {
      'foreband/telling-names': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-duplicates': 'error',
      complexity: ['error', 12],
      curly: 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-expect-error': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Grafana's enums are compared with the plain strings found in JSON, and its interfaces ask for promises.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': ['error', ...syntax],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'workbench/**/*.{ts,tsx}'],
    rules: restrictImports(cssImport, ownIndex, packagePath),
  },
  {
    // React's rules compile every file they see: a third of the time of linting, spent on files that hold no hook.
    files: ['{src,workbench}/**/*.tsx', '{src,workbench}/**/use[A-Z]*.ts'],
    extends: [reactHooks.configs.flat.recommended],
  },
  {
    // Grafana types values, field configs and option values as any; they are checked where they are parsed.
    files: ['src/**/*.{ts,tsx}', 'workbench/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-unsafe-argument': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    // The host hands untyped JSON between Grafana's packages; it is no part of the product.
    files: ['workbench/**/*.{ts,tsx}'],
    rules: { ...unchecked, 'react-hooks/set-state-in-effect': 'off' },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'pkg/*/src/**/*.ts'],
    rules: { 'no-console': 'error', 'no-alert': 'error' },
  },
  {
    files: ['pkg/**/*.ts'],
    rules: restrictImports(ownIndex, packagePath, host),
  },
  {
    files: ['**/*.test.{ts,tsx}', '**/*.spec.ts', '**/tests/**', 'tests/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off', 'no-console': 'off' },
  },
  {
    files: ['**/*.test.{ts,tsx}'],
    rules: { ...unchecked, '@typescript-eslint/unbound-method': 'off' },
  },
);
