/* Copies of a workspace, in the folder NAME.yizhan-backups beside it. */
#pragma once

#include <gio/gio.h>

#include "yz-clock.h"
#include "yz-database-private.h"

G_BEGIN_DECLS

/**
 * yz_backup_copy:
 *
 * Copies a database page by page, also while others write to it, checks the copy, and only then puts it in the place
 * of @target.
 */
gboolean yz_backup_copy (YzDatabase *source, const char *target, GCancellable *cancellable, GError **error);

/**
 * yz_backup_make_daily:
 *
 * Makes the backup of the day if there is none, and drops those that are no longer wanted: kept are the last seven
 * days and the last of each of the four weeks before.
 */
gboolean yz_backup_make_daily (YzDatabase *source, const char *path, YzClock *clock, GError **error);

/**
 * yz_backup_make_extra:
 * @reason: part of its name, "before-migration"
 *
 * Makes a backup that is never dropped by itself.
 */
gboolean yz_backup_make_extra (YzDatabase *source, const char *path, YzClock *clock, const char *reason,
                               GError **error);

G_END_DECLS
