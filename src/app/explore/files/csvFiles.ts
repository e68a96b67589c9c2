/** The files that may hold a series, as an input's `accept` says it. */
export const CSV_FILES = '.csv,.tsv,.txt,text/csv,text/plain';
