/** Id of the app: the start of its addresses, and of where Grafana keeps its settings. */
export const APP_ID = 'foreband-anomaly-app';
