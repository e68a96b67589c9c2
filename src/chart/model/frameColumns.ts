import { FieldType, type DataFrame } from '@grafana/data';

import { numbersFromColumn } from '../../grafana/columns';

function rowOrder(time: Float64Array): readonly number[] | undefined {
  const isSorted = time.every((value, row) => row === 0 || value >= time[row - 1]);
  return isSorted ? undefined : [...time.keys()].sort((left, right) => time[left] - time[right]);
}

/**
 * Reads a frame's columns by name, all with their rows in ascending time whatever order the frame has: the order in
 * which its series is read, too. A column the frame does not have is empty.
 */
export function frameColumns(frame: DataFrame): (name: string) => Float64Array {
  const timeField = frame.fields.find(({ type }) => type === FieldType.time);
  const order = rowOrder(numbersFromColumn(timeField?.values ?? []));
  return (name) => {
    const field = name === 'time' ? timeField : frame.fields.find((one) => one.name === name);
    const values = numbersFromColumn(field?.values ?? []);
    return order === undefined || field === undefined ? values : Float64Array.from(order, (row) => values[row]);
  };
}
