#include "config.h"

#include "yz-phone-text.h"

#include "yz-text.h"
#include "yz-value-text.h"

#include <string.h>

#define MAX_DIGITS 20

void
yz_phone_reading_clear (YzPhoneReading *reading)
{
  g_clear_pointer (&reading->numbers, g_strfreev);
  g_clear_pointer (&reading->person, g_free);
}

static gboolean
is_number_mark (char c)
{
  return g_ascii_isdigit (c) || c == '*' || c == '-' || c == ' ' || c == '(' || c == ')' || c == '+' || c == '.';
}

/* The digits and stars of @text, or FALSE if there is anything else in it. */
static gboolean
get_digits (const char *text, char *digits)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!is_number_mark (*p) || (*p == '+' && p != text))
        return FALSE;
      if (!g_ascii_isdigit (*p) && *p != '*')
        continue;
      if (n == MAX_DIGITS)
        return FALSE;
      digits[n++] = *p;
    }
  digits[n] = '\0';
  return n > 0;
}

static const char *
skip_country (const char *digits, const char *text)
{
  if (g_str_has_prefix (digits, "0086"))
    return digits + 4;
  if (g_str_has_prefix (digits, "86") && (*text == '+' || strlen (digits) == 13))
    return digits + 2;
  return digits;
}

static gboolean
is_mobile (const char *digits)
{
  return strlen (digits) == 11 && digits[0] == '1' && digits[1] >= '3';
}

/* 010 and 02x have three digits, all others four. */
static guint
get_area_length (const char *digits)
{
  if (digits[0] != '0' || digits[1] == '0' || digits[1] == '\0')
    return 0;
  return digits[1] == '1' || digits[1] == '2' ? 3 : 4;
}

static gboolean
is_hotline (const char *digits)
{
  gsize n = strlen (digits);

  return n >= 3 && n <= 6 && (digits[0] == '1' || digits[0] == '9');
}

static gboolean
is_local (const char *digits)
{
  gsize n = strlen (digits);

  return (n == 7 || n == 8) && digits[0] != '0' && digits[0] != '1' && strchr (digits, '*') == NULL;
}

/* A number without an extension. @area: (nullable): that of the number before it, which a local one shares. */
static char *
normalize (const char *text, const char *area)
{
  char buffer[MAX_DIGITS + 1];
  const char *digits;
  guint area_length;

  if (!get_digits (text, buffer))
    return NULL;
  digits = skip_country (buffer, text);
  if (digits == buffer && *text == '+')
    return strlen (digits) >= 7 ? yz_value_strip (text) : NULL;

  if (is_mobile (digits) || is_hotline (digits))
    return g_strdup (digits);
  if (strlen (digits) == 10 && (g_str_has_prefix (digits, "400") || g_str_has_prefix (digits, "800")))
    return g_strdup_printf ("%.3s-%.3s-%s", digits, digits + 3, digits + 6);
  if (is_local (digits))
    return area != NULL ? g_strdup_printf ("%s-%s", area, digits) : g_strdup (digits);

  area_length = get_area_length (digits);
  if (area_length == 0 || strlen (digits) <= area_length)
    return NULL;
  if (!is_local (digits + area_length) && !is_hotline (digits + area_length) && strchr (digits, '*') == NULL)
    return NULL;
  return g_strdup_printf ("%.*s-%s", (int) area_length, digits, digits + area_length);
}

/* Where the extension begins in "67956331转8306", "67956331 ext. 12", "…分机12". */
static const char *
find_extension (const char *text, gsize *skip)
{
  static const char *const words[] = { "转", "分机", "ext.", "ext", "#" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *found = strstr (text, words[i]);

      *skip = strlen (words[i]);
      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  GPtrArray *numbers;
  YzPhoneReading *reading;
  char *area;      /* of the number read last */
  char *main_line; /* without its extension */
} Reader;

static void
add_number (Reader *reader, char *number)
{
  const char *dash = strchr (number, '-');

  if (number[0] == '0' && dash != NULL)
    {
      g_free (reader->area);
      reader->area = g_strndup (number, dash - number);
    }
  g_free (reader->main_line);
  reader->main_line = g_strdup (number);
  g_ptr_array_add (reader->numbers, number);
}

static gboolean
is_short (const char *digits)
{
  return strlen (digits) >= 1 && strlen (digits) <= 5 && strspn (digits, "0123456789") == strlen (digits);
}

/* The first extension belongs to the number that is already in the list, further ones repeat it. */
static gboolean
add_extension (Reader *reader, const char *digits)
{
  g_autofree char *extension = yz_value_strip (digits);
  const char *last;

  if (reader->main_line == NULL || !is_short (extension))
    return FALSE;
  last = g_ptr_array_index (reader->numbers, reader->numbers->len - 1);
  if (g_str_equal (last, reader->main_line))
    g_ptr_array_set_size (reader->numbers, reader->numbers->len - 1);
  g_ptr_array_add (reader->numbers, g_strdup_printf ("%s转%s", reader->main_line, extension));
  return TRUE;
}

static gboolean
read_one (Reader *reader, const char *text)
{
  gsize skip;
  const char *extension = find_extension (text, &skip);
  g_autofree char *head = extension != NULL ? g_strndup (text, extension - text) : g_strdup (text);
  char *number;

  g_strstrip (head);
  if (*head == '\0' && extension != NULL)
    return add_extension (reader, extension + skip);
  number = normalize (head, reader->area);
  /* "转8306、8308": a short number after an extension is another one, unless it is a hotline's length */
  if (reader->main_line != NULL && is_short (head) && reader->numbers->len > 0 &&
      strstr (g_ptr_array_index (reader->numbers, reader->numbers->len - 1), "转") != NULL)
    {
      g_free (number);
      return add_extension (reader, head);
    }
  if (number == NULL)
    return FALSE;
  add_number (reader, number);
  return extension == NULL || add_extension (reader, extension + skip);
}

/* "0371-67956331 0371-60223349" are two, "138 1234 5678" is one. */
static gboolean
read_spaced (Reader *reader, const char *text)
{
  g_auto (GStrv) parts = NULL;

  if (read_one (reader, text))
    return TRUE;
  if (strchr (text, ' ') == NULL)
    return FALSE;
  parts = g_strsplit (text, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *number = normalize (parts[i], NULL);

      if (number == NULL)
        return FALSE;
    }
  for (guint i = 0; parts[i] != NULL; i++)
    read_one (reader, parts[i]);
  return TRUE;
}

static gboolean
is_start (const char *p)
{
  return g_ascii_isdigit (*p) || ((*p == '+' || *p == '(') && g_ascii_isdigit (p[1])) || g_str_has_prefix (p, "转");
}

/* Splits "周主任:13812345678" into a person and a number. Labels such as "电话:" are no person. */
static const char *
skip_person (Reader *reader, const char *text)
{
  const char *start = text;
  g_autofree char *name = NULL;
  g_autofree char *stripped = NULL;

  while (*start != '\0' && !is_start (start))
    start = g_utf8_next_char (start);
  if (start == text || *start == '\0')
    return text;

  name = g_strndup (text, start - text);
  g_strdelimit (name, ":()", ' ');
  stripped = yz_value_strip (name);
  if (*stripped != '\0' && strstr (stripped, "电话") == NULL && strstr (stripped, "手机") == NULL &&
      strstr (stripped, "tel") == NULL && reader->reading->person == NULL)
    reader->reading->person = g_strdup (stripped);
  return start;
}

static void
read_part (Reader *reader, const char *part)
{
  const char *body = skip_person (reader, part);
  g_autofree char *number = g_strdup (body);
  gsize length;

  /* a name behind the number, in brackets or not */
  length = strlen (number);
  g_strstrip (number);
  if (length == 0)
    return;
  if (!read_spaced (reader, number))
    {
      g_ptr_array_add (reader->numbers, yz_value_strip (part));
      reader->reading->n_unread++;
      g_clear_pointer (&reader->main_line, g_free);
    }
}

static gboolean
is_separator (gunichar c)
{
  return c == ';' || c == ',' || c == '/' || c == '|' || c == '\\' || c == 0x3001 || c == '\n' || c == 0x6216 ||
         c == 0x548c || c == 0x3002 || c == 0;
}

void
yz_phone_read (const char *text, YzPhoneReading *reading)
{
  /* line ends are separators, and folding would make spaces of them */
  g_autofree char *lines = g_strdelimit (g_strdup (text), "\r\n", ';');
  g_autofree char *folded = yz_text_fold (lines);
  Reader reader = { g_ptr_array_new_with_free_func (g_free), reading, NULL, NULL };
  const char *start = folded;

  *reading = (YzPhoneReading){ NULL };
  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_separator (c))
        {
          g_autofree char *raw = g_strndup (start, p - start);
          g_autofree char *part = yz_value_strip (raw);

          if (*part != '\0' && !g_str_equal (part, "-"))
            read_part (&reader, part);
          start = c != 0 ? g_utf8_next_char (p) : p;
        }
      if (c == 0)
        break;
    }

  g_ptr_array_add (reader.numbers, NULL);
  reading->numbers = (char **) g_ptr_array_free (reader.numbers, FALSE);
  g_free (reader.area);
  g_free (reader.main_line);
}

char *
yz_phone_find_in_address (const char *address)
{
  g_autofree char *folded = yz_text_fold (address);
  char *open = strrchr (folded, '(');

  if (open == NULL || !g_str_has_suffix (open, ")"))
    return NULL;
  folded[strlen (folded) - 1] = '\0';
  return normalize (open + 1, NULL);
}

guint64
yz_phone_get_key (const char *number)
{
  char digits[MAX_DIGITS + 1];
  g_autofree char *head = g_strndup (number, strcspn (number, "\xe8"));
  guint area;

  if (!get_digits (head, digits) || strchr (digits, '*') != NULL || is_hotline (digits) ||
      g_str_has_prefix (digits, "400") || g_str_has_prefix (digits, "800"))
    return 0;
  area = is_mobile (digits) ? 0 : get_area_length (digits);
  /* the extension tells two desks of one house apart: it counts */
  return g_ascii_strtoull (digits + area, NULL, 10) * 31 + g_str_hash (number + strlen (head));
}
