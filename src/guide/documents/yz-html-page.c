#include "config.h"

#include "yz-html-page-private.h"

void
yz_html_begin (YzHtmlPage *page, const char *element)
{
  xmlTextWriterStartElement (page->writer, BAD_CAST element);
}

void
yz_html_end (YzHtmlPage *page)
{
  xmlTextWriterFullEndElement (page->writer); /* HTML knows no <p/> */
}

void
yz_html_set (YzHtmlPage *page, const char *attribute, const char *value)
{
  if (value != NULL)
    xmlTextWriterWriteAttribute (page->writer, BAD_CAST attribute, BAD_CAST value);
}

void
yz_html_write (YzHtmlPage *page, const char *text)
{
  xmlTextWriterWriteString (page->writer, BAD_CAST text);
}

void
yz_html_add (YzHtmlPage *page, const char *element, const char *class, const char *text)
{
  if (text == NULL)
    return;
  yz_html_begin (page, element);
  yz_html_set (page, "class", class);
  yz_html_write (page, text);
  yz_html_end (page);
}

void
yz_html_add_void (YzHtmlPage *page, const char *element, const char *const *attributes)
{
  yz_html_begin (page, element);
  for (guint i = 0; attributes[i] != NULL; i += 2)
    yz_html_set (page, attributes[i], attributes[i + 1]);
  xmlTextWriterEndElement (page->writer);
}

void
yz_html_add_link (YzHtmlPage *page, const char *target, const char *text)
{
  yz_html_begin (page, "a");
  yz_html_set (page, "href", target);
  yz_html_write (page, text);
  yz_html_end (page);
}

const char *
yz_html_say (const YzHtmlPage *page, const char *chinese, const char *english)
{
  return yz_print_say (page->language, chinese, english);
}
