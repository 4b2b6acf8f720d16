/* An HTML page as it is written: elements, one after the other. Private to yz-html-edition.c. */
#pragma once

#include <libxml/xmlwriter.h>

#include "yz-guide-content.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextWriter, xmlFreeTextWriter)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlBuffer, xmlBufferFree)

/**
 * YzHtmlPage:
 * @writer: to memory: it is short of memory or works, libxml2 has no other failure then
 * @content: what the page tells
 * @language: of its words
 */
typedef struct
{
  xmlTextWriter *writer;
  const YzGuideContent *content;
  YzPrintLanguage language;
} YzHtmlPage;

/**
 * yz_html_begin:
 *
 * Opens an element; yz_html_end() closes it.
 */
void yz_html_begin (YzHtmlPage *page, const char *element);
void yz_html_end (YzHtmlPage *page);

/**
 * yz_html_set:
 * @value: (nullable): of the attribute, which is left out without one
 */
void yz_html_set (YzHtmlPage *page, const char *attribute, const char *value);

/**
 * yz_html_write:
 * @text: as people wrote it, whatever is in it; see also yz_print_say_both()
 *
 * What is not in the language of the page is marked, for a telephone that reads aloud.
 */
void yz_html_write (YzHtmlPage *page, const char *text);

/* Writes in the language of the page, or in both. */
void yz_html_tell (YzHtmlPage *page, const char *chinese, const char *english);

/**
 * yz_html_add:
 * @class: (nullable)
 * @text: (nullable): without it, there is no element either
 */
void yz_html_add (YzHtmlPage *page, const char *element, const char *class, const char *text);

/**
 * yz_html_add_void:
 * @attributes: (array zero-terminated=1): names and values in turn
 *
 * Adds an element that has neither contents nor an end tag.
 */
void yz_html_add_void (YzHtmlPage *page, const char *element, const char *const *attributes);

/**
 * yz_html_add_link:
 * @target: an address
 */
void yz_html_add_link (YzHtmlPage *page, const char *target, const char *text);

/**
 * yz_html_add_option:
 *
 * Adds a choice of a list. No element can stand in it: see yz_print_dup_plain().
 */
void yz_html_add_option (YzHtmlPage *page, const char *value, const char *chinese, const char *english);

/**
 * yz_html_say:
 *
 * Returns: (transfer none): the words in the language of the page; Chinese where it is in both
 */
const char *yz_html_say (const YzHtmlPage *page, const char *chinese, const char *english);

G_END_DECLS
