import { useLocation, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#ui/button'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { EmptyState } from '#ui/states'
import { bookHref, tryHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { addressOf, readAddress } from './try-address.ts'
import { Answer } from './try-answer.tsx'
import { TryForm } from './try-form.tsx'
import '../entitlement.css'
import './law-book.css'

/**
 * A made-up person or household before the law, worked out here in the browser: nothing is sent, nothing is kept, and the
 * address carries the facts where no server reads them.
 */
export function TryPage() {
  const t = useMessages({ vi, en })
  const router = useRouter()
  const { hash } = useLocation()
  const { tried, unread } = readAddress(hash)
  return (
    <div className="stack law-book explanation">
      <PageHead
        crumbs={[{ label: t.title, href: bookHref() }, { label: t.tryIt }]}
        title={t.tryIt}
        actions={
          tried && (
            <>
              <CopyLink />
              <Button icon="print" onPress={() => window.print()}>
                {t.print}
              </Button>
              <Button icon="undo" onPress={() => router.history.push(tryHref)}>
                {t.tried.again}
              </Button>
            </>
          )
        }
      >
        <p>{t.tried.intro}</p>
      </PageHead>
      {unread.length > 0 && (
        <Notice kind="warn" isLive>
          <p>{t.tried.unread(unread.join(', '))}</p>
        </Notice>
      )}
      <div className="law-try-columns">
        <div className="no-print">
          <TryForm
            key={hash}
            tried={tried}
            onTry={(asked) => router.history.push(`${tryHref}#${addressOf(asked)}`)}
          />
        </div>
        <div className="stack" aria-live="polite">
          {tried ? (
            <Answer key={hash} tried={tried} />
          ) : (
            <EmptyState title={t.tried.nothingYet}>{t.tried.nothingNext}</EmptyState>
          )}
        </div>
      </div>
    </div>
  )
}

function CopyLink() {
  const t = useMessages({ vi, en })
  const [isCopied, setCopied] = useState(false)
  return (
    <Button
      icon={isCopied ? 'check' : 'copy'}
      onPress={() => void navigator.clipboard.writeText(window.location.href).then(() => setCopied(true))}
    >
      {isCopied ? t.tried.copied : t.tried.copy}
    </Button>
  )
}
