/** The parts of the page's HTML. */
export interface IndexPage {
  readonly subPath: string;
  readonly theme: 'light' | 'dark';
  readonly nonce: string;
  readonly bootData: unknown;
  /** Whether the page reloads itself after a rebuild. */
  readonly reloads: boolean;
  /** Why invented data are shown; undefined where they are not. */
  readonly demo?: string;
}

const BACKGROUND = { light: '#f4f5f5', dark: '#111217' } as const;

/**
 * Stands in for Grafana's public/views/index.html: boot data first, then SystemJS with its AMD extra, then the page.
 */
export function indexPage({ subPath, theme, nonce, bootData, reloads, demo }: IndexPage): string {
  const script = (file: string) => `<script nonce="${nonce}" src="public/build/${file}"></script>`;
  const settings = { bootData, reloads, demo };
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Foreband workbench</title>
    <base href="${subPath}/" />
    <link rel="icon" href="public/plugins/foreband-anomaly-app/img/logo.svg" />
    <style>html, body, #reactRoot { height: 100%; margin: 0; background: ${BACKGROUND[theme]}; }</style>
    <script nonce="${nonce}">
      window.__grafana_public_path__ = 'public/';
      window.workbench = ${inlined(settings)};
      window.grafanaBootData = window.workbench.bootData;
    </script>
  </head>
  <body>
    <div id="reactRoot"></div>
    <div id="grafana-portal-container"></div>
    ${['system.js', 'amd.js', 'page.js'].map(script).join('\n    ')}
  </body>
</html>
`;
}

/** JSON that cannot end the script element it stands in. */
const inlined = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
