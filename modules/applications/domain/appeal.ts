/** The times of an appeal («khiếu nại lần đầu»), in plain days; known and not read, see docs/open-questions.md. */
export const appealTimes = {
  /** From the day the decision was handed out: Luật Khiếu nại 2011, Điều 9. */
  daysToAppeal: 90,
  /** To take it in or say why not: Điều 27. */
  daysToAccept: 10,
  /** To settle it once it was taken in: Điều 28; longer where it is difficult, which is not told apart here. */
  daysToSettle: 30,
} as const
