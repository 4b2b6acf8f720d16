#include "config.h"

#include "yz-text-encoding.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define SAMPLE 4096

static gboolean
starts_with (const char *bytes, gsize size, const char *mark, gsize length)
{
  return size >= length && memcmp (bytes, mark, length) == 0;
}

/* Commas, digits and line ends have a zero byte in UTF-16; on which side tells the byte order. */
static const char *
guess_from_zeros (const char *bytes, gsize size)
{
  guint even = 0, odd = 0;

  for (gsize i = 0; i < MIN (size, SAMPLE); i++)
    if (bytes[i] == '\0')
      {
        if (i % 2 == 0)
          even++;
        else
          odd++;
      }
  if (even == 0 && odd == 0)
    return "";
  if (size % 2 == 0 && odd > 4 * even)
    return "UTF-16LE";
  if (size % 2 == 0 && even > 4 * odd)
    return "UTF-16BE";
  return NULL;
}

static gboolean
is_utf8 (const char *bytes, gsize size)
{
  const char *end;

  /* a file that was cut off may end within a character */
  return g_utf8_validate_len (bytes, size, &end) || (size > 16 && (gsize) (end - bytes) + 4 > size);
}

const char *
yz_text_encoding_guess (const char *bytes, gsize size)
{
  const char *zeros;

  if (starts_with (bytes, size, "\xef\xbb\xbf", 3))
    return "UTF-8";
  if (starts_with (bytes, size, "\xff\xfe", 2))
    return "UTF-16LE";
  if (starts_with (bytes, size, "\xfe\xff", 2))
    return "UTF-16BE";

  zeros = guess_from_zeros (bytes, size);
  if (zeros == NULL || *zeros != '\0')
    return zeros;
  return is_utf8 (bytes, size) ? "UTF-8" : "GB18030";
}

/* What cannot be converted becomes U+FFFD, one for each byte, and the rest goes on. */
static char *
convert (const char *bytes, gsize size, GIConv converter)
{
  GString *text = g_string_sized_new (size + size / 2);
  char buffer[SAMPLE];

  while (size > 0)
    {
      char *in = (char *) bytes;
      char *out = buffer;
      gsize room = sizeof buffer;
      gboolean failed = g_iconv (converter, &in, &size, &out, &room) == (gsize) -1 && errno != E2BIG;

      g_string_append_len (text, buffer, out - buffer);
      bytes = in;
      if (!failed || size == 0)
        continue;
      g_string_append (text, "\xef\xbf\xbd");
      bytes++;
      size--;
    }
  return g_string_free (text, FALSE);
}

static char *
decode (const char *bytes, gsize size, const char *encoding)
{
  GIConv converter;
  char *text;

  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    return g_utf8_make_valid (bytes, size);

  converter = g_iconv_open ("UTF-8", encoding);
  if (converter == (GIConv) -1)
    return NULL;
  text = convert (bytes, size, converter);
  g_iconv_close (converter);
  return text;
}

char *
yz_text_decode (const char *bytes, gsize size, const char *encoding, gsize *length, GError **error)
{
  g_autofree char *text = NULL;
  gsize mark;

  g_return_val_if_fail (length != NULL, NULL);

  if (encoding == NULL)
    encoding = yz_text_encoding_guess (bytes, size);
  if (encoding == NULL)
    {
      g_set_error_literal (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_FORMAT, _ ("This is not a list in text form"));
      return NULL;
    }

  text = decode (bytes, size, encoding);
  if (text == NULL)
    {
      g_set_error (error, YZ_EXCHANGE_ERROR, YZ_EXCHANGE_ERROR_FORMAT, _ ("Unknown encoding “%s”"), encoding);
      return NULL;
    }
  mark = g_str_has_prefix (text, "\xef\xbb\xbf") ? 3 : 0;
  *length = strlen (text) - mark;
  if (mark > 0)
    memmove (text, text + mark, *length + 1);
  return g_steal_pointer (&text);
}
