import type { trackVi } from './track.vi.ts'

export const trackEn: typeof trackVi = {
  track: {
    intro: 'You need the code on the receipt and the birth date of the person it is about.',
    code: 'Code',
    codeHint: 'Such as HS-26-7KQ4-MX2, in small or capital letters.',
    born: 'Birth date of the person it is about',
    bornHint: 'If the papers say only the year, type the year.',
    look: 'Track the application',
    lost: 'Lost the code? Take the identity card to the one-stop office where it was handed in.',
    notFound:
      'No application has this code and birth date. Look at the receipt and type them again, or ask the one-stop office.',
    tooMany: (minutes) =>
      `There were many tries. To keep everybody’s files safe, wait ${minutes} minutes and try again.`,
    failed: 'Tracking failed on the server. Try again in a few minutes.',
    file: (code) => `Application ${code}`,
    other: 'Track another',
    due: (day) => `Answer by the end of ${day}`,
    over: (day) => `Overdue since ${day}. The commune apologises; please call or go there.`,
    unit: (unit) => `With ${unit}`,
    missing: 'Still missing',
    bring: 'Take the papers to the one-stop office. The clock is stopped meanwhile.',
    bringOrSend:
      'Send pictures below, or bring the papers to the one-stop office. While papers are waited for, the clock stands still.',
    otherPaper: 'Another paper',
    send: 'Send the missing papers',
    note: 'A word to the commune (may be left out)',
    sendPapers: 'Send the papers to the commune',
    nothingToSend: 'There is no picture yet. Take at least one, then send.',
    papersSent: 'Papers sent. The commune looks at them and answers on this page.',
    nothingAsked: 'The commune no longer waits for papers of this file. Look it up again to see where it is.',
    withdraw: 'Take the file back',
    withdrawText:
      'The commune will then do nothing more about it. You would have to apply anew, and the money may begin later.',
    withdrawNow: 'Take this file back',
    withdrawDesk:
      'Taking a file back from this page needs JavaScript. It can be done at the one-stop office.',
    withdrawn: 'The file was taken back.',
    tooLateToWithdraw: 'The file has gone on and can no longer be taken back. Look it up again.',
    appealReasons:
      'Before you write, read the reasons above. Where only a paper was missing or things have changed, applying anew is often faster.',
    appealHow:
      'By the Law on Complaints (Luật Khiếu nại) an appeal needs a name. Whoever signed has to look again, usually within 30 days of taking it in.',
    appealWhy: 'What is not right, and why',
    because: 'Because:',
    appealFiled: (filed, due) =>
      `Appealed on ${filed}, being settled.${due ? ` To be answered by ${due}.` : ''} The answer is read by the code you were given, under “Feedback, appeals”.`,
    appealAnswered: (outcome) => `The appeal was answered: ${outcome}.`,
    appealFurther:
      'Whoever disagrees with this answer may appeal once more to the head of the level above, or go to court. The legal aid centre helps free of charge.',
    steps: 'Steps',
    states: { done: 'done', current: 'now', to_come: 'to come' },
    documents: 'Papers of this application',
    number: 'no.',
    download: 'Download (PDF)',
    pending: 'Being made; come back in a few minutes.',
    kinds: {
      decision: 'Decision',
      refusal: 'Refusal',
      receipt: 'Receipt and appointment',
      supplement_request: 'Request for papers',
      apology: 'Apology and new date',
      other: 'Paper',
    },
    appeal: (day) => `If you disagree, you may appeal until ${day}.`,
    appealTitle: 'Appeal against this decision',
    appealText: 'An appeal needs a name by law. Read the reasons on the paper first.',
    appealSend: 'Send the appeal',
  },
  verify: {
    title: 'Verify a paper',
    intro: 'Type the code in its corner, or scan its QR code.',
    code: 'Code',
    look: 'Verify the paper',
    real: 'This paper is real',
    kind: 'Kind',
    number: 'Number',
    issued: 'Signed on',
    unit: 'Issued by',
    signer: 'Signed by',
    about: 'Person named',
    compare: 'Compare these lines with the paper. If a single letter differs, it was altered.',
    unknown: 'No paper has this code',
    unknownText:
      'Look at each letter of the code again. If it stays so, the paper may be forged: tell the commune.',
  },
}
