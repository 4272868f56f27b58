import { useState } from 'react'
import { now } from '#kernel/civil-date'
import { Button } from '#ui/button'
import { formatCount, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PasswordField } from '#ui/text-field'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { ProblemNotice, type ProblemWords } from '../problem.tsx'
import type { Opener } from './carried-lists.ts'
import type { KeptList } from './shelf.ts'

/** How short a code may be that a carrier chooses; it opens nothing without the device. */
const shortestCode = 6

type Given = {
  readonly kept: KeptList
  readonly unsent: number
  readonly isOnline: boolean
  /** Tries to open it; false where code or secret is the wrong one. */
  readonly open: (by: Opener) => Promise<boolean>
  /** Asks the server for the secret of whoever took the list and forgot the code. */
  readonly ask: () => Promise<string>
  readonly words: ProblemWords
}

/** A list this device holds, sealed, with what opens it. */
export function Unlock({ kept, unsent, isOnline, open, ask, words }: Given) {
  const t = useMessages({ vi, en })
  const [code, setCode] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const attempt = async (find: () => Promise<Opener> | Opener) => {
    setBusy(true)
    setError(undefined)
    try {
      setWrong(!(await open(await find())))
    } catch (failed) {
      setError(failed)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="carried-card" aria-labelledby={`danh-sach-${kept.id}`}>
      <h2 id={`danh-sach-${kept.id}`}>{kept.label}</h2>
      <p>{t.kept(formatInstant(kept.takenAt), formatInstant(kept.expiresAt))}</p>
      {unsent > 0 && <Notice kind="warn" title={t.unsentInside(formatCount(unsent))} />}
      {kept.expiresAt <= now() && <Notice kind="warn" title={t.expired(formatInstant(kept.expiresAt))} />}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void attempt(() => ({ code }))
        }}
      >
        <PasswordField
          label={t.code}
          value={code}
          onChange={(value) => {
            setCode(value)
            setWrong(false)
          }}
          error={isWrong ? t.wrongCode : undefined}
          inputMode="numeric"
          autoComplete="off"
        />
        <Button type="submit" emphasis="primary" icon="lock" isBlock isPending={isBusy}>
          {t.unlock}
        </Button>
      </form>
      {isOnline && (
        <Button emphasis="quiet" isBlock onPress={() => void attempt(async () => ({ secret: await ask() }))}>
          {t.forgotCode}
        </Button>
      )}
      <ProblemNotice error={error} words={words} />
    </section>
  )
}

export const isShortCode = (code: string) => code.length < shortestCode

/** The code whoever takes a list along chooses for it. */
export function NewCodeField({
  value,
  onChange,
  wasTried,
}: {
  value: string
  onChange: (value: string) => void
  wasTried: boolean
}) {
  const t = useMessages({ vi, en })
  return (
    <PasswordField
      label={t.newCode}
      hint={t.newCodeHint}
      value={value}
      onChange={onChange}
      error={wasTried && isShortCode(value) ? t.shortCode(shortestCode) : undefined}
      inputMode="numeric"
      autoComplete="off"
    />
  )
}
