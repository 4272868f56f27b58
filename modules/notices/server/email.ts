import type { NodemailerError, Transporter } from 'nodemailer'
import type { EmailWire } from '#platform/server/wires'
import type { Outcome, Transport } from './outcome.ts'

const longest = 15_000

/**
 * Hands an e-mail in at the mail server. SMTP knows no key: a server that took a message and could not say so gets it a second
 * time, with the same Message-ID, by which mailboxes see that it is the same.
 */
export function emailTransport(wire: EmailWire): Transport {
  const { host, port, isSecure, needsTls, user, password, from } = wire
  // Loaded with the first message, because most servers never send one.
  const open = async () =>
    (await import('nodemailer')).createTransport({
      host,
      port,
      secure: isSecure,
      requireTLS: needsTls,
      ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
      connectionTimeout: longest,
      greetingTimeout: longest,
      socketTimeout: longest,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  let mailer: Promise<Transporter> | undefined
  return async ({ key, to, subject, text }) => {
    const opened = await (mailer ??= open())
    try {
      await opened.sendMail({
        from,
        to: { name: '', address: to },
        subject: subject ?? '',
        text,
        messageId: `<${key}@${from.split('@').at(-1)}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      return { kind: 'sent', reference: null }
    } catch (error) {
      return outcomeOf(error as NodemailerError) // What sendMail rejects with.
    }
  }
}

/** By what the server answered, and to what; what it did not answer, nobody knows. */
function outcomeOf({ code, responseCode = 0, command = '' }: NodemailerError): Outcome {
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'ETLS')
    return { kind: 'down', trouble: 'not_trusted' }
  const isAboutMessage =
    command === 'RCPT TO' || command === 'DATA' || code === 'EENVELOPE' || code === 'EMESSAGE'
  if (isAboutMessage && responseCode >= 500)
    return { kind: 'refused', reason: command === 'DATA' ? 'message_refused' : 'address_unknown' }
  if (isAboutMessage && responseCode >= 400) return { kind: 'put_off' }
  if (code === 'EENVELOPE') return { kind: 'refused', reason: 'address_unknown' } // Not even an address.
  return { kind: 'down', trouble: responseCode >= 400 ? 'failing' : 'no_answer' }
}
