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
 * The arrows of the layout: app, panels, datasource -> chart -> settings, training, views, log -> models -> grafana,
 * calendar -> engine, metrics -> pkg. Each zone may not import from those named.
 */
const zone = (target, from, message, except) => ({
  target: `${root}/${target}`,
  from: `${root}/${from}`,
  message,
  except,
});
const upward = (lower) =>
  ['app', 'panels', 'datasource'].map((upper) =>
    zone(`src/${lower}`, `src/${upper}`, `src/${lower} is below src/${upper}: move what both need down.`),
  );
const beside = (one, others) =>
  others.map((other) =>
    zone(`src/${one}`, `src/${other}`, 'Nested plugins are separate bundles: they meet only in data frames.'),
  );
const zones = [
  ...['metrics', 'engine', 'calendar', 'grafana', 'models', 'settings', 'training', 'views', 'log', 'chart'].flatMap(
    upward,
  ),
  ...['engine', 'calendar', 'grafana'].map((lower) =>
    zone(`src/${lower}`, 'src/models', `src/${lower} is below src/models.`),
  ),
  ...['engine', 'calendar', 'grafana', 'models'].flatMap((lower) =>
    ['settings', 'training', 'views', 'log'].map((upper) =>
      zone(`src/${lower}`, `src/${upper}`, `src/${lower} is below src/${upper}.`),
    ),
  ),
  ...['settings', 'training', 'views'].flatMap((other) => [
    zone('src/log', `src/${other}`, 'src/log keeps what has been seen: it neither fetches nor draws.'),
    zone(`src/${other}`, 'src/log', `src/${other} knows nothing of the log.`),
  ]),
  ...['training', 'views'].map((other) =>
    zone('src/settings', `src/${other}`, 'src/settings holds the controls of the settings alone.'),
  ),
  ...['metrics', 'engine', 'calendar', 'grafana', 'models', 'settings', 'training', 'views', 'log'].map((lower) =>
    zone(`src/${lower}`, 'src/chart', `src/${lower} is below src/chart.`),
  ),
  ...['engine', 'calendar', 'grafana', 'models', 'settings', 'training', 'views'].map((upper) =>
    zone('src/metrics', `src/${upper}`, 'src/metrics is a table of what is known of metrics: it needs nothing.'),
  ),
  zone('src/training', 'src/views', 'src/training fetches and prepares; what is seen belongs to panels and pages.'),
  zone('src/views', 'src/training', 'A view draws the plain data it is given: it neither asks nor fits.'),
  zone('src/calendar', 'src/grafana', 'src/calendar knows no Grafana: it turns settings into rows for the model.'),
  zone('src/engine', 'src/calendar', 'src/engine is given the rows of a calendar, and looks nothing up.'),
  zone('src/engine', 'src/grafana', 'src/engine knows no Grafana: translate in src/grafana and pass the result in.'),
  ...beside('app', ['panels', 'datasource']),
  ...beside('panels', ['app', 'datasource']),
  ...beside('datasource', ['app', 'panels']),
  ...panels.map((panel) =>
    zone(`src/panels/${panel}`, 'src/panels', 'One panel never imports another.', [`./${panel}`]),
  ),
  ...['src', 'workbench', 'tests'].map((from) => zone('pkg', from, 'A package knows nothing of the plugin around it.')),
  ...['workbench', 'tests', 'tooling'].map((from) =>
    zone('src', from, 'The plugin ships without its workbench and tests.'),
  ),
  ...['src', 'tests'].map((from) => zone('workbench', from, 'The workbench loads the built plugins, as Grafana does.')),
  zone('pkg/detector', 'pkg/prophet-wasm', 'The detector knows a forecaster only as an interface.'),
  zone('pkg/prophet-wasm', 'pkg/detector', 'The model stands on its own.'),
];

const importRules = {
  cssImport: { regex: '\\.(css|scss)$', message: 'Style with @emotion/css: plugins ship no style sheets.' },
  ownIndex: {
    regex: '^\\.{1,2}(/\\.\\.)*/?$|^\\.{1,2}/(.*/)?index(\\.js)?$',
    message: 'Import the file itself, never an index of the same package.',
  },
  packagePath: {
    regex: '(^\\.{1,2}/(.*/)?pkg/|^(prophet-wasm|foreband-detector)/)',
    message: 'Import packages by their name alone.',
  },
  host: {
    regex: '^(react|react-dom|rxjs|@grafana)(/|$)',
    message: 'Packages know no framework: only columns of numbers cross this border.',
  },
};
const restrictImports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });
const { cssImport, ownIndex, packagePath, host } = importRules;
const byName = (name, message) => ({ regex: `^${name}(/|$)`, message });

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
    extends: [reactHooks.configs.flat.recommended],
    rules: restrictImports(cssImport, ownIndex, packagePath),
  },
  {
    // Grafana types values, field configs and option values as any; they are checked where they are parsed.
    files: [
      'src/{app,panels,datasource,chart,grafana,models,settings,training,views,log}/**/*.{ts,tsx}',
      'workbench/**/*.{ts,tsx}',
    ],
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
    files: ['pkg/prophet-wasm/**/*.ts'],
    rules: restrictImports(ownIndex, packagePath, host, byName('foreband-detector', 'The model stands on its own.')),
  },
  {
    files: ['pkg/detector/**/*.ts'],
    rules: restrictImports(
      ownIndex,
      packagePath,
      host,
      byName('prophet-wasm', 'The detector knows a forecaster only as an interface.'),
    ),
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
