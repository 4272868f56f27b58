/** Until when news is worth sending: after a day it is brought by hand. */
export const newsLasts = 24 * 3600
/** How long a report of a delivery is waited for. */
export const reportTakes = 72 * 3600
/** How long the gateway has, until another worker may ask it with the same key. */
export const lease = 60
/** Messages to one number in a day: whoever writes down the number of another cannot have it rung all day. */
export const mostPerAddress = 4

/** How long one message waits after it was put off, in seconds: half a minute, one, two … at last an hour. */
export const messageRests = (attempt: number) => Math.min(3600, 30 * 2 ** Math.min(attempt - 1, 10))

/** How long a gateway that did not answer is left alone, in seconds: five, ten … at last ten minutes. */
export const channelRests = (tries: number) => Math.min(600, 5 * 2 ** Math.min(tries - 1, 10))

/** After how many days somebody is reminded of papers they were asked for: after a week, and once more after three. */
export const remindedAfter = [7, 21]
/** How many days of what fell due are looked through, should nobody have looked meanwhile. */
export const looksBack = 3
