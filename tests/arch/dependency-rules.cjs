/** Which part of the code may know which: the directions of docs/architecture.md, checked by dependency-cruiser. */

const layers = [
  'annotate',
  'capture',
  'compose',
  'exchange',
  'extract',
  'platform',
  'publish',
  'render',
  'sanitize',
  'search',
  'store',
  'story',
];

/** Layers that may know one more layer than `model`, and why. */
const alsoAllowed = {
  // What is captured is sanitised before it leaves the page.
  extract: ['sanitize'],
  // What is stored is indexed in the same transaction.
  store: ['search'],
};

/** A layer knows itself, the model and packages; nothing else of the project. */
const layerRules = layers.map((layer) => {
  const allowed = [layer, 'model', ...(alsoAllowed[layer] ?? [])].join('|');
  return {
    name: `${layer}-knows-only-model`,
    severity: 'error',
    from: { path: `^lib/${layer}/` },
    to: { path: '^(lib|components|entrypoints|tests|scripts)/', pathNot: `^lib/(${allowed})/` },
  };
});

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'model-knows-nothing',
      severity: 'error',
      from: { path: '^lib/model/' },
      to: { pathNot: '^lib/model/' },
    },
    {
      name: 'state-is-not-for-extract-or-sync',
      comment: 'State joins the layers for the views, except what runs in pages and what syncs.',
      severity: 'error',
      from: { path: '^lib/state/' },
      to: { path: '^(lib/(extract|sync)|components|entrypoints|tests|scripts)/' },
    },
    {
      name: 'views-know-only-state-and-model',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(lib|entrypoints|tests|scripts)/', pathNot: '^lib/(state|model)/' },
    },
    {
      name: 'ui-kit-knows-no-view',
      comment: 'It speaks the chosen language and shows notices; of clips and posts it has no word.',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^(components|lib/state)/', pathNot: '^(components/ui/|lib/state/(i18n|toasts)\\.ts$)' },
    },
    {
      name: 'only-entrypoints-know-entrypoints',
      severity: 'error',
      from: { path: '^(lib|components)/' },
      to: { path: '^(entrypoints|tests|scripts)/' },
    },
    {
      name: 'sync-knows-store-and-model',
      severity: 'error',
      from: { path: '^lib/sync/' },
      to: { path: '^(lib|components|entrypoints|tests|scripts)/', pathNot: '^lib/(sync|store|model)/' },
    },
    {
      name: 'sync-is-known-only-by-background',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)/', pathNot: '^(lib/sync|entrypoints/background)(/|\\.)' },
      to: { path: '^lib/sync/' },
    },
    {
      name: 'dexie-only-in-store',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)/', pathNot: '^(lib/store/|lib/state/live\\.ts$)' },
      to: { path: '(^|/)node_modules/dexie/' },
    },
    {
      name: 'browser-only-in-platform',
      severity: 'error',
      from: { path: '^(lib|components)/', pathNot: '^lib/platform/' },
      to: { path: '(^|/)node_modules/(wxt|webextension-polyfill)/' },
    },
    {
      name: 'preact-not-below-state',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/state/' },
      to: { path: '(^|/)node_modules/(preact|@preact)/' },
    },
    {
      name: 'injected-code-stays-small',
      comment: 'What runs in other people’s pages may not reach the store, the views or the extension APIs.',
      severity: 'error',
      from: { path: '^entrypoints/(clipper|page-signs|site-reader|by-hand|picker|highlighter|visited)' },
      to: {
        path: '^(lib/(store|state|platform|search|compose|render|publish)|components)/|node_modules/(preact|@preact|dexie)/',
        reachable: true,
      },
    },
    {
      name: 'background-has-no-views',
      severity: 'error',
      from: { path: '^entrypoints/background' },
      to: { path: '^components/|node_modules/(preact|@preact)/', reachable: true },
    },
    {
      name: 'background-has-no-dom',
      comment: 'Chromium’s worker has none: what needs a DOM to read a page runs in the page.',
      severity: 'error',
      from: { path: '^entrypoints/background' },
      to: { path: '^lib/sanitize/|node_modules/(dompurify|@mozilla/readability)/', reachable: true },
    },
    {
      name: 'shipped-code-uses-dependencies',
      comment: 'wxt is the build tool, and the door to the extension APIs.',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: 'node_modules/(wxt|@types)/' },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphan',
      severity: 'error',
      from: { orphan: true, path: '^(lib|components)/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\.css$' } },
  ],
  options: {
    // TypeScript 7 has no parser that dependency-cruiser can load.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|svg|html|json)$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'browser', 'default'],
    },
  },
};
