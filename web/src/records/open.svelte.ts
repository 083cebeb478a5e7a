// Which record is open in the sheet at the side, and through which others one came to it.

export const opened = $state<{ path: number[] }>({ path: [] });

export const openRecord = (number: number): void => void opened.path.push(number);
export const back = (): void => void opened.path.pop();
export const closeRecords = (): void => void (opened.path = []);
