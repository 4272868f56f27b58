import type { feedbackVi } from './feedback.vi.ts'

export const feedbackEn: typeof feedbackVi = {
  feedback: {
    intro: 'By law these are three different things. The right one is answered sooner.',
    say: 'Feedback',
    sayText: 'Tell the commune what is not good or should be done, with a name or without.',
    about: 'What would you like to say',
    kinds: { feedback: 'A suggestion', complaint: 'Something is wrong' },
    text: 'Your words',
    name: 'Full name (may be left out)',
    anonymous: 'Without a name nobody knows who you are. The server keeps no network address with it.',
    send: 'Send feedback',
    noScript: 'Sending needs JavaScript. You may hand in a letter at the one-stop office.',
    short: 'Write at least 10 letters, so that it can be understood.',
    noPlace: 'No commune has been chosen. Type its name and choose one from the list.',
    noName: 'The name is missing. By law an appeal needs one.',
    working: 'Sending …',
    sent: (code) =>
      `Sent. Your code is ${code}. Write it down: nobody can give it out again, officers included.`,
    offline: 'There is no network. What you wrote is still here; send it again when there is.',
    failed: 'Sending failed on the server. What you wrote is still here; send it again.',
    tooLate: 'The time to appeal against this decision is over. You may give feedback, or ask for legal aid.',
    isOpen: 'An appeal against this decision is being dealt with.',
    appeal: 'Appeal against a decision',
    appealText:
      'Track the application and choose «Appeal against this decision». A name is needed. It is usually answered within 30 days of being accepted.',
    report: 'Report an offence (tố cáo)',
    reportText:
      'Report unlawful acts of officials to the chair of the superior People’s Committee or the provincial inspectorate. The law keeps your name secret. This site does not take such reports.',
    answers: 'See the answer',
    code: 'Your code',
    open: 'See the answer',
    unknown: 'This code is not known. Look at each letter again.',
    states: { received: 'Received', accepted: 'Being dealt with', answered: 'Answered' },
    by: (day) => `Answer by ${day}.`,
    mine: 'You wrote',
    theirs: 'The commune answered',
  },
}
