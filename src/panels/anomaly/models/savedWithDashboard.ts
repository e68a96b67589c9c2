/** How long what is changed in the options pane lasts. */
export const SAVED_WITH_DASHBOARD = 'Saved with the dashboard, once you save it.';
