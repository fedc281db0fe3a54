"""What pages say of themselves in schema.org's words."""

from typing import Any

from wagtail.blocks import StreamValue


def faq_data(groups: StreamValue, language: str) -> dict[str, Any]:
    """schema.org/FAQPage of all questions of a FaqPage."""
    questions = [question for group in groups for question in group.value["questions"]]
    return {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "inLanguage": language,
        "mainEntity": [
            {
                "@type": "Question",
                "name": question["question"],
                "acceptedAnswer": {"@type": "Answer", "text": question["answer"].source},
            }
            for question in questions
        ],
    }
