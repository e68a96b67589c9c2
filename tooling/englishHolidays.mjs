const isNames = (value) => typeof value === 'object' && value !== null && typeof value.en === 'string';

// Holidays are named in English on the screen: other languages are half of the data, once in each of the plugins.
const englishAlone = (key, value) => ((key === 'name' || key === 'names') && isNames(value) ? { en: value.en } : value);

/** Webpack's loader for the data of date-holidays: of names in several languages the English one stays. */
export default function englishHolidays(source) {
  const start = source.indexOf('{');
  const end = source.lastIndexOf('}') + 1;
  return (
    source.slice(0, start) + JSON.stringify(JSON.parse(source.slice(start, end)), englishAlone) + source.slice(end)
  );
}
