/** The time zone setting that stands for the dashboard's own zone, whichever that is for the viewer. */
export const DASHBOARD_ZONE = 'dashboard';
