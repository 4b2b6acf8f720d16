#include "config.h"

#include "yz-html-page-private.h"

#include <string.h>

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

/* --- languages ---------------------------------------------------------------------------------------------------- */

static gboolean
is_chinese (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN || (c >= 0x3000 && c <= 0x303f) ||
         (c >= 0xff00 && c <= 0xffef);
}

/* Whether a text on an English page is Chinese as a whole, such as an address with its number. */
static gboolean
is_all_chinese (YzHtmlPage *page, const char *text)
{
  gboolean any = FALSE;

  if (page->language != YZ_PRINT_ENGLISH)
    return FALSE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      any |= is_chinese (g_utf8_get_char (text));
      if (g_ascii_isalpha (*text))
        return FALSE;
    }
  return any;
}

static void
write_in (YzHtmlPage *page, const char *language, const char *text)
{
  if (language != NULL)
    {
      yz_html_begin (page, "span");
      yz_html_set (page, "lang", language);
    }
  xmlTextWriterWriteString (page->writer, BAD_CAST text);
  if (language != NULL)
    yz_html_end (page);
}

static void
write_part (YzHtmlPage *page, const char *language, const char *start, const char *end)
{
  g_autofree char *part = g_strndup (start, (gsize) (end - start));

  write_in (page, language, part);
}

static void
write_on_english_page (YzHtmlPage *page, const char *text)
{
  while (*text != '\0')
    {
      gboolean chinese = is_chinese (g_utf8_get_char (text));
      const char *end = text;

      while (*end != '\0' && is_chinese (g_utf8_get_char (end)) == chinese)
        end = g_utf8_next_char (end);
      write_part (page, chinese ? "zh-CN" : NULL, text, end);
      text = end;
    }
}

void
yz_html_write (YzHtmlPage *page, const char *text)
{
  const char *gloss;

  if (page->language == YZ_PRINT_ENGLISH)
    {
      write_on_english_page (page, text);
      return;
    }
  while ((gloss = strstr (text, YZ_PRINT_GLOSS)) != NULL)
    {
      const char *start = gloss + strlen (YZ_PRINT_GLOSS), *end = strstr (start, YZ_PRINT_GLOSS_END);

      if (end == NULL)
        break;
      write_part (page, NULL, text, gloss);
      write_part (page, "en", start, end);
      text = end + strlen (YZ_PRINT_GLOSS_END);
    }
  write_in (page, NULL, text);
}

void
yz_html_tell (YzHtmlPage *page, const char *chinese, const char *english)
{
  g_autofree char *words = yz_print_say_both (page->language, chinese, english);

  yz_html_write (page, words);
}

/* --- elements ----------------------------------------------------------------------------------------------------- */

void
yz_html_add (YzHtmlPage *page, const char *element, const char *class, const char *text)
{
  if (text == NULL)
    return;
  yz_html_begin (page, element);
  yz_html_set (page, "class", class);
  if (is_all_chinese (page, text))
    {
      yz_html_set (page, "lang", "zh-CN");
      write_in (page, NULL, text);
    }
  else
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

void
yz_html_add_option (YzHtmlPage *page, const char *value, const char *chinese, const char *english)
{
  g_autofree char *words = yz_print_say_both (page->language, chinese, english);
  g_autofree char *plain = yz_print_dup_plain (words);

  yz_html_begin (page, "option");
  yz_html_set (page, "value", value);
  yz_html_set (page, "lang", is_all_chinese (page, plain) ? "zh-CN" : NULL);
  write_in (page, NULL, plain);
  yz_html_end (page);
}
