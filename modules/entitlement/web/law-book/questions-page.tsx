import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { apiQuery } from '#platform/web/api'
import { Button, TextLink } from '#ui/button'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { listOpenQuestions, type OpenQuestionView } from '../../law-contract.ts'
import { bookHref, ruleHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useBookWords } from './use-book-words.ts'
import './law-book.css'

/** What is unsettled in the law, and what the system does meanwhile; the question one came for is marked. */
export function QuestionsPage() {
  const t = useMessages({ vi, en })
  const { data: questions } = useSuspenseQuery(apiQuery(listOpenQuestions, {}))
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const asked = search['cau']
  return (
    <div className="stack law-book">
      <PageHead
        crumbs={[{ label: t.title, href: bookHref() }, { label: t.questions.title }]}
        title={t.questions.title}
        actions={
          <Button icon="print" onPress={() => window.print()}>
            {t.print}
          </Button>
        }
      >
        <p>{t.questions.intro}</p>
      </PageHead>
      <div className="panel">
        <ul className="law-rules">
          {questions.map((question) => (
            <Question
              key={question.number}
              question={question}
              isAsked={question.number === asked || question.number.split(', ').includes(String(asked))}
            />
          ))}
        </ul>
      </div>
    </div>
  )
}

function Question({ question, isAsked }: { question: OpenQuestionView; isAsked: boolean }) {
  const t = useMessages({ vi, en })
  const words = useBookWords()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isAsked) row.current?.scrollIntoView({ block: 'center' })
  }, [isAsked])
  const { number, rules, whoKnows } = question
  return (
    <li className="law-rule" ref={row} aria-current={isAsked || undefined}>
      <div className="law-says">
        <h2 className="h-small">{t.questions.number(number)}</h2>
        <p>{words.label(question.question)}</p>
        <p>
          <b>{t.questions.assumed}:</b> {words.label(question.assumed)}
        </p>
      </div>
      <div className="law-margin">
        <p>
          {t.questions.whoKnows}: {words.label(whoKnows)}
        </p>
        {rules.length > 0 && (
          <>
            <p>{t.questions.about}:</p>
            <ul>
              {rules.map(({ id, label }) => (
                <li key={id}>
                  <TextLink href={ruleHref(id)}>{words.label(label)}</TextLink>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </li>
  )
}
