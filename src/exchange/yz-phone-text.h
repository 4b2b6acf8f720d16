/* Telephone numbers as lists have them, and the form in which they are kept. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YzPhoneReading:
 * @numbers: (array zero-terminated=1): in the order written: "13812345678", "0371-67956331", "0736-7128888转8306",
 *   "400-820-8820", "12345", masked ones as "138****5596"; what could not be read stands among them as written
 * @person: (nullable): a name that stood before a number
 * @n_unread: how many of @numbers could not be read
 */
typedef struct
{
  char **numbers;
  char *person;
  guint n_unread;
} YzPhoneReading;

void yz_phone_reading_clear (YzPhoneReading *reading);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YzPhoneReading, yz_phone_reading_clear)

/**
 * yz_phone_read:
 * @text: a cell: "0756-7510888/7510688", "0736-7128888;转8306、8308", "周主任 138-1234-5678", "(0883)4212265"
 * @reading: (out): what is in it
 */
void yz_phone_read (const char *text, YzPhoneReading *reading);

/**
 * yz_phone_find_in_address:
 *
 * Returns: (transfer full) (nullable): a number in brackets at the end of an address, "…三楼(88668017)"
 */
char *yz_phone_find_in_address (const char *address);

/**
 * yz_phone_get_key:
 *
 * Returns: the digits by which two numbers are compared: a local number equals itself with an area code; 0 for masked
 *   numbers and for hotlines that many stations share
 */
guint64 yz_phone_get_key (const char *number);

G_END_DECLS
