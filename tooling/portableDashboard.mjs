const PROVISIONED = ['foreband', 'prometheus'];

/**
 * A provisioned dashboard in the form in which the app ships it: under an id of its own, so that it never clashes with
 * the provisioned one, and with a variable in place of each data source, so that it works with whatever is set up.
 */
export function portableDashboard(text) {
  const types = new Set();
  const generalized = JSON.parse(text, (_, value) => {
    if (value === null || typeof value !== 'object' || !PROVISIONED.includes(value.uid) || value.type === undefined) {
      return value;
    }
    types.add(value.type);
    return { ...value, uid: `\${${nameOf(value.type)}}` };
  });
  const variables = [...types].map((type) => ({
    type: 'datasource',
    name: nameOf(type),
    label: 'Data source',
    query: type,
    current: {},
    hide: 0,
    includeAll: false,
    multi: false,
    options: [],
    refresh: 1,
    regex: '',
  }));
  const { templating, uid, ...rest } = generalized;
  const list = [...variables, ...templating.list];
  return JSON.stringify({ ...rest, uid: `foreband-${uid}`, templating: { list } }, null, 2);
}

const nameOf = (type) => (type === 'prometheus' ? 'prometheus' : 'foreband');
