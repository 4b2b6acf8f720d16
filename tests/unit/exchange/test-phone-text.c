/* Telephones as real lists have them. */
#include "yz-phone-text.h"

static void
assert_reads (const char *cell, const char *expected, const char *person, guint n_unread)
{
  g_auto (YzPhoneReading) reading = { NULL };
  g_autofree char *joined = NULL;

  yz_phone_read (cell, &reading);
  joined = g_strjoinv ("|", reading.numbers);
  g_assert_cmpstr (joined, ==, expected);
  g_assert_cmpstr (reading.person, ==, person);
  g_assert_cmpuint (reading.n_unread, ==, n_unread);
}

static void
test_several (void)
{
  assert_reads ("0371-67956331;0371-60223349", "0371-67956331|0371-60223349", NULL, 0);
  assert_reads ("0756-7510888/7510688", "0756-7510888|0756-7510688", NULL, 0);
  assert_reads ("0371-67956331 0371-60223349", "0371-67956331|0371-60223349", NULL, 0);
  assert_reads ("13812345678\n13987654321", "13812345678|13987654321", NULL, 0);
}

static void
test_shapes (void)
{
  assert_reads ("0883—6122229", "0883-6122229", NULL, 0);
  assert_reads ("0759- 4876333", "0759-4876333", NULL, 0);
  assert_reads ("(0883)4212265", "0883-4212265", NULL, 0);
  assert_reads ("020-12320", "020-12320", NULL, 0);
  assert_reads ("+86 138 1234 5678", "13812345678", NULL, 0);
  assert_reads ("４００８２０８８２０", "400-820-8820", NULL, 0);
  assert_reads ("88668017", "88668017", NULL, 0);
  assert_reads ("12345", "12345", NULL, 0);
  assert_reads ("+49 89 219 98 90", "+49 89 219 98 90", NULL, 0);
}

static void
test_extensions (void)
{
  assert_reads ("0736-7128888;转8306、8308", "0736-7128888转8306|0736-7128888转8308", NULL, 0);
  assert_reads ("0736-7128888转8306", "0736-7128888转8306", NULL, 0);
}

static void
test_masked_and_named (void)
{
  assert_reads ("137-****-2823", "137****2823", NULL, 0);
  assert_reads ("138****5596", "138****5596", NULL, 0);
  assert_reads ("周主任 13812345678", "13812345678", "周主任", 0);
  assert_reads ("电话：0371-67956331", "0371-67956331", NULL, 0);
}

static void
test_unread_is_kept (void)
{
  assert_reads ("详询门卫", "详询门卫", NULL, 1);
  assert_reads ("01012345678901", "01012345678901", NULL, 1);
  assert_reads ("", "", NULL, 0);
}

static void
test_in_address (void)
{
  g_autofree char *number = yz_phone_find_in_address ("钟楼区某路3号二楼（88668017）");

  g_assert_cmpstr (number, ==, "88668017");
  g_assert_null (yz_phone_find_in_address ("某路3号(工商局一楼)"));
  g_assert_null (yz_phone_find_in_address ("某路3号"));
}

static void
test_key (void)
{
  g_assert_cmpuint (yz_phone_get_key ("0371-67956331"), ==, yz_phone_get_key ("67956331"));
  g_assert_cmpuint (yz_phone_get_key ("0371-67956331转1"), !=, yz_phone_get_key ("0371-67956331转2"));
  g_assert_cmpuint (yz_phone_get_key ("138****5596"), ==, 0);
  g_assert_cmpuint (yz_phone_get_key ("12345"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/phone/several", test_several);
  g_test_add_func ("/exchange/phone/shapes", test_shapes);
  g_test_add_func ("/exchange/phone/extensions", test_extensions);
  g_test_add_func ("/exchange/phone/masked-and-named", test_masked_and_named);
  g_test_add_func ("/exchange/phone/unread-is-kept", test_unread_is_kept);
  g_test_add_func ("/exchange/phone/in-address", test_in_address);
  g_test_add_func ("/exchange/phone/key", test_key);
  return g_test_run ();
}
