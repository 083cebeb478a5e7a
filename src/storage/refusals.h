#pragma once
// Refusals of the store: 7000-7999.

#include "base/refusal.h"

namespace lotline::storage {

inline constexpr RefusalKind no_such_register{7001, "no_such_register", "there is no such file"};
inline constexpr RefusalKind not_a_register{7002, "not_a_register", "the file is not a Lotline register"};
inline constexpr RefusalKind newer_register{7003, "newer_register", "the register was written by a newer version"};
inline constexpr RefusalKind older_register{7004, "older_register", "the register was written by an older version"};
inline constexpr RefusalKind register_damaged{7005, "register_damaged", "the register's file is truncated or damaged"};
inline constexpr RefusalKind register_not_writable{7006, "register_not_writable", "the register may only be read"};
inline constexpr RefusalKind register_locked{7007, "register_locked", "another process is writing to the register"};
inline constexpr RefusalKind register_exists{7008, "register_exists", "there is a file of this name already"};
inline constexpr RefusalKind no_such_folder{7009, "no_such_folder", "the folder of the register does not exist"};
inline constexpr RefusalKind disk_full{7010, "disk_full", "there is no room left on the disk"};
inline constexpr RefusalKind disk_fault{7011, "disk_fault", "the disk failed to read or write"};
inline constexpr RefusalKind needs_recovery{7012, "needs_recovery",
                                            "the register was not closed and must be opened for writing once"};

}  // namespace lotline::storage
