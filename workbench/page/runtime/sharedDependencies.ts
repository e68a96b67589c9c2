import * as emotionCss from '@emotion/css';
import * as emotionReact from '@emotion/react';
import * as grafanaData from '@grafana/data';
import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaUi from '@grafana/ui';
import * as i18next from 'i18next';
import * as lodash from 'lodash';
import * as moment from 'moment';
import * as react from 'react';
import * as reactJsxDevRuntime from 'react/jsx-dev-runtime';
import * as reactJsxRuntime from 'react/jsx-runtime';
import * as reactDom from 'react-dom';
import * as reactInlineSvg from 'react-inlinesvg';
import * as routerBridge from '@workbench/router-bridge';
import * as rxjs from 'rxjs';
import * as rxjsOperators from 'rxjs/operators';

/** A CommonJS library: SystemJS hands the library itself to AMD modules, not its namespace. */
const commonJs = (library: object) => ({ ...library, default: library, __useDefault: true });

/**
 * Stands in for public/app/features/plugins/loader/sharedDependencies.ts: what a plugin finds instead of bundling it.
 * Left out are libraries that nothing here uses (d3, jquery, prismjs, redux, slate), so a plugin that began to rely on
 * one fails in the workbench first.
 */
export const sharedDependencies: Readonly<Record<string, object>> = {
  '@emotion/css': emotionCss,
  '@emotion/react': emotionReact,
  '@grafana/data': grafanaData,
  '@grafana/runtime': grafanaRuntime,
  '@grafana/ui': grafanaUi,
  i18next,
  lodash: commonJs(lodash),
  moment: commonJs(moment),
  react: commonJs(react),
  'react/jsx-dev-runtime': commonJs(reactJsxDevRuntime),
  'react/jsx-runtime': commonJs(reactJsxRuntime),
  'react-dom': commonJs(reactDom),
  'react-inlinesvg': reactInlineSvg,
  'react-router': routerBridge,
  rxjs,
  'rxjs/operators': rxjsOperators,
};
