const info = (name: string) => ({
  name,
  author: { name: 'Grafana Labs' },
  description: `Workbench stand-in for Grafana's own ${name}`,
  links: [],
  logos: {
    small: 'public/build/img/icons/unicons/chart-line.svg',
    large: 'public/build/img/icons/unicons/chart-line.svg',
  },
  screenshots: [],
  updated: '',
  version: '',
  build: {},
});

const core = (type: 'datasource' | 'panel', id: string, name: string) => ({
  id,
  name,
  type,
  module: `core:plugin/${id}`,
  baseUrl: 'public/build',
  info: info(name),
  metrics: true,
  annotations: true,
});

/** plugin.json stand-ins for the few of Grafana's own plugins that the page imitates. */
export const CORE_PLUGINS = [
  core('datasource', 'prometheus', 'Prometheus'),
  core('datasource', 'mixed', '-- Mixed --'),
  core('datasource', 'grafana', '-- Grafana --'),
  core('panel', 'timeseries', 'Time series'),
  core('panel', 'table', 'Table'),
] as const;
