import type { photosVi } from './photos.vi.ts'

export const photosEn: typeof photosVi = {
  photos: {
    how: [
      'Lay the paper flat, in good light.',
      'Hold the phone straight above, so that all four corners are seen.',
      'Of a paper with two sides take both.',
    ],
    take: 'Take or choose a picture',
    again: 'Take again',
    drop: 'Remove this page',
    tryAgain: 'Send again',
    page: (number) => `Page ${number}`,
    shrinking: 'Making the picture smaller …',
    sending: (percent) => `Sending, ${percent}%`,
    looking: 'Sent, being looked at …',
    sent: 'Sent',
    arrived: (number) => `Page ${number} has arrived.`,
    waiting: 'Waiting to be sent',
    offline: 'The network is gone. The picture is still on this phone and is sent once there is a network.',
    failed: 'Not sent, because the server failed. The picture is still on this phone. Press “Send again”.',
    lost: 'This picture is no longer on this phone. Take it again.',
    expired: (papers) =>
      `The server has deleted older pictures of: ${papers}. Take them again and send. All else is still here.`,
    blurred:
      'The picture looks blurred. Press it to see it large. Where letters cannot be read, take it again.',
    tooMany: (most) => `Of each paper ${most} pages can be sent. Where there are more, send one PDF.`,
    unsent: (count) =>
      `${count} pictures have not arrived. With a network, press send again, or remove them under Papers.`,
    other: 'Other papers (if any)',
    others: [
      {
        name: 'Another paper (if any)',
        hint: 'Whatever else you think should be seen.',
        called: 'What is this other paper?',
      },
      {
        name: 'One more paper (if any)',
        hint: 'Sent here, it is not mixed up with the one above.',
        called: 'What is this one more paper?',
      },
    ],
    none: 'No picture sent',
    count: (count) => (count === 1 ? '1 page' : `${count} pages`),
  },
}
