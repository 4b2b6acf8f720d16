/* What more than one test needs: a folder to write in, waiting that ends, the shared cases. */
#pragma once

#include "yz-clock.h"

G_BEGIN_DECLS

/**
 * yz_test_folder_new:
 *
 * Returns: (transfer full): the path of a new empty folder; yz_test_folder_free() removes it with all that is in it
 */
char *yz_test_folder_new (void);

void yz_test_folder_free (char *folder);

/* g_auto (YzTestFolder) folder = yz_test_folder_new (); */
typedef char *YzTestFolder;

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (YzTestFolder, yz_test_folder_free, NULL)

/**
 * YzTestCondition:
 *
 * Returns: whether what the test waits for has happened
 */
typedef gboolean (*YzTestCondition) (gpointer data);

/**
 * yz_test_wait_until:
 *
 * Runs the default main context until @condition holds; fails the test when it does not within 20 seconds.
 */
void yz_test_wait_until (YzTestCondition condition, gpointer data);

/**
 * yz_test_wait:
 * @done: becomes true in a callback
 *
 * Runs the default main context until @done; fails the test when it is not within 20 seconds.
 */
void yz_test_wait (const gboolean *done);

/**
 * yz_test_clock_new:
 *
 * Returns: (transfer full): a clock that stands at Friday 2026-11-20 14:26 in Asia/Shanghai until the test moves it
 */
YzClock *yz_test_clock_new (void);

/**
 * yz_test_shared:
 * @name: a path below the shared folder, such as "data/real/coords"
 *
 * The shared folder is no part of the project: it is named by YIZHAN_SHARED, or stands beside the source root. A test
 * that gets %NULL is marked as skipped and returns.
 *
 * Returns: (transfer full) (nullable): the path of @name, or %NULL if it is not there
 */
char *yz_test_shared (const char *name);

G_END_DECLS
