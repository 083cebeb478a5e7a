// What the service refused, as RFC 9457 tells it.

export interface Problem {
  status: number;
  title: string;
  detail: string;
  number: number;
  name: string;
  field: string;
  request_id: string;
}

export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
  }
}

/** Number of a problem that never came from the service: no answer, or one that is not understood. */
export const NO_ANSWER = 0;

export async function problemOf(reply: Response): Promise<Problem> {
  let told: Partial<Problem> = {};
  try {
    told = (await reply.json()) as Partial<Problem>;
  } catch {
    // The HTTP library answers some protocol errors itself, in HTML: the status is all there is.
  }
  return {
    status: reply.status,
    title: told.title ?? '',
    detail: told.detail ?? '',
    number: told.number ?? NO_ANSWER,
    name: told.name ?? '',
    field: told.field ?? '',
    request_id: told.request_id ?? reply.headers.get('Request-Id') ?? ''
  };
}

/** Any thrown thing as a problem that can be shown. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Refused) return thrown.problem;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return { status: 0, title: '', detail, number: NO_ANSWER, name: '', field: '', request_id: '' };
}
