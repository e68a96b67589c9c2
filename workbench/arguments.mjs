import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  watch: { type: 'boolean' },
  port: { type: 'string', default: '3000' },
  'sub-path': { type: 'string', default: '' },
  state: { type: 'string' },
  csp: { type: 'string', default: 'grafana' },
  'no-csp': { type: 'boolean' },
  set: { type: 'string' },
  'no-build': { type: 'boolean' },
  demo: { type: 'boolean' },
};
const POLICIES = ['grafana', 'no-wasm', 'none'];

/** The text of `--help`: every option, with its default in parentheses. */
export const USAGE = `npm start -- [options]
  --port N           first port to try (3000); 0 takes any free one
  --sub-path PATH    serve below a path, such as /grafana
  --state DIR        where saved dashboards, settings and annotations are stored (a folder for temporary files)
  --csp NAME         content security policy: grafana (its default), no-wasm (WebAssembly refused), none
  --no-csp           the same as --csp none
  --set NAME         build the page with another set of Grafana packages: oldest
  --no-build         serve what was built before
  --demo             show invented hosts, marked as such, even where a Prometheus answers
  --watch            rebuild on change and reload the page`;

/**
 * The command line `argv` (without node and script) as one complete object: `help`, `watch`, `demo` and `build` (booleans),
 * `set` (one of `sets`, or undefined), `port` (0 to 65535), `policy` (grafana, no-wasm or none), `subPath` (empty, or
 * with a leading and without a trailing slash) and `state` (an absolute path; by default a folder of the user's among
 * those for temporary files). A RangeError names an invalid value, a TypeError an unknown option.
 */
export function parseArguments(argv, sets) {
  const { values } = parseArgs({ args: argv, options: OPTIONS });
  const port = Number(values.port);
  const policy = values['no-csp'] ? 'none' : values.csp;
  const subPath = values['sub-path'].replace(/\/+$/, '');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError(`invalid --port: ${values.port} (expected 0 to 65535)`);
  }
  if (!POLICIES.includes(policy)) {
    throw new RangeError(`invalid --csp: ${policy} (expected ${POLICIES.join(', ')})`);
  }
  if (values.set !== undefined && !sets.includes(values.set)) {
    throw new RangeError(`invalid --set: ${values.set} (expected ${sets.join(', ')})`);
  }
  if (subPath !== '' && !/^(\/[\w.-]+)+$/.test(subPath)) {
    throw new RangeError(`invalid --sub-path: ${subPath} (expected a path such as /grafana)`);
  }
  return {
    help: values.help === true,
    watch: values.watch === true,
    demo: values.demo === true,
    build: values['no-build'] !== true,
    set: values.set,
    port,
    policy,
    subPath,
    state: resolve(values.state ?? join(tmpdir(), `foreband-workbench-${userInfo().username}`)),
  };
}
