// What was read and where it was found, as the form keeps it and as the service is asked.

export const HOURS = [12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;

export interface Question {
  /** What stands at each hour of the head; index 0 is twelve o'clock. */
  clock: string[];
  /** The head as one line, where no place is known. */
  headstamp: string;
  calibre: string;
  colours: string;
  lot_mark: string;
  package: string;
  retailer_code: string;
  microstamp: string;
  year: string;
  /** Numbers of records of the register, whose marks are taken. */
  exhibit: string;
  request: string;
  quantity: string;
  live: boolean;
  found_on: string;
  found_in: string;
  as_of: string;
  as_known_on: string;
  recent_after: string;
}

export const EMPTY: Question = {
  clock: HOURS.map(() => ''),
  headstamp: '',
  calibre: '',
  colours: '',
  lot_mark: '',
  package: '',
  retailer_code: '',
  microstamp: '',
  year: '',
  exhibit: '',
  request: '',
  quantity: '',
  live: false,
  found_on: '',
  found_in: '',
  as_of: '',
  as_known_on: '',
  recent_after: ''
};

/** Characters by hour, as `12=CBC 6=17`; a space inside a place makes two marks of the same place. */
export const clockText = (question: Question): string =>
  question.clock
    .flatMap((text, at) =>
      text
        .split(/\s+/)
        .filter(Boolean)
        .map((mark) => `${HOURS[at]}=${mark}`)
    )
    .join(' ');

/** Everything on the head, in the order of the clock, then what has no place. */
export const headText = (question: Question): string =>
  [...question.clock, question.headstamp]
    .map((text) => text.trim())
    .filter(Boolean)
    .join(' ');

/** What POST /traces is sent: only what was filled in. */
export function membersOf(question: Question): Record<string, string> {
  const { clock: _, live, ...texts } = question;
  const members: Record<string, string> = {};
  for (const [name, text] of Object.entries(texts)) if (text.trim()) members[name] = text.trim();
  const clock = clockText(question);
  if (clock) members.clock = clock;
  if (live) members.live = 'yes';
  return members;
}

export const hasMark = (question: Question): boolean =>
  headText(question) !== '' ||
  [
    question.calibre,
    question.colours,
    question.lot_mark,
    question.package,
    question.retailer_code,
    question.microstamp,
    question.year,
    question.exhibit,
    question.request
  ].some((text) => text.trim() !== '');
