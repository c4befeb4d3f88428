// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import "./Addresses.sol";
import "./RequestToken.sol";

/// What the queue calls on stETH and wstETH; the last two exist on one of them each.
interface ILidoToken {
    function transferFrom(address from, address to, uint256 amount) external returns (bool);
    function permit(address o, address s, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s_) external;
    function getSharesByPooledEth(uint256 amount) external view returns (uint256);
    function unwrap(uint256 amount) external returns (uint256);
}

/// The holders' side of the withdrawal queue: requests, hints, claims, modes. See WithdrawalQueue.sol for how true it
/// is to mainnet's.
abstract contract RequestQueue is RequestToken {
    struct Checkpoint {
        uint256 fromRequestId;
        uint256 maxShareRate;
    }

    struct WithdrawalRequestStatus {
        uint256 amountOfStETH;
        uint256 amountOfShares;
        address owner;
        uint256 timestamp;
        bool isFinalized;
        bool isClaimed;
    }

    struct PermitInput {
        uint256 value;
        uint256 deadline;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    event WithdrawalRequested(
        uint256 indexed requestId,
        address indexed requestor,
        address indexed owner,
        uint256 amountOfStETH,
        uint256 amountOfShares
    );
    event WithdrawalClaimed(
        uint256 indexed requestId, address indexed owner, address indexed receiver, uint256 amountOfETH
    );

    error RequestAmountTooSmall(uint256 _amountOfStETH);
    error RequestAmountTooLarge(uint256 _amountOfStETH);
    error RequestIdsNotSorted();
    error ZeroRecipient();
    error ArraysLengthMismatch(uint256 _firstArrayLength, uint256 _secondArrayLength);
    error NotOwner(address _sender, address _owner);
    error InvalidRequestIdRange(uint256 startId, uint256 endId);
    error RequestNotFoundOrNotFinalized(uint256 _requestId);
    error NotEnoughEther();
    error InvalidHint(uint256 _hint);
    error CantSendValueRecipientMayHaveReverted();
    error ResumedExpected();

    uint256 public constant MIN_STETH_WITHDRAWAL_AMOUNT = 100;
    uint256 public constant MAX_STETH_WITHDRAWAL_AMOUNT = 1000 * 1e18;
    uint256 public constant BUNKER_MODE_DISABLED_TIMESTAMP = type(uint256).max;
    uint256 public constant PAUSE_INFINITELY = type(uint256).max;

    uint256 public getLastFinalizedRequestId;
    uint256 public getLastCheckpointIndex;
    uint256 public getLockedEtherAmount;
    uint256 public getResumeSinceTimestamp;
    uint256 public bunkerModeSinceTimestamp;
    uint256 internal lastReportTimestamp;
    mapping(uint256 => Checkpoint) internal checkpoints;

    modifier whenResumed() {
        if (isPaused()) revert ResumedExpected();
        _;
    }

    // Requests

    function requestWithdrawals(uint256[] calldata _amounts, address _owner)
        public
        whenResumed
        returns (uint256[] memory requestIds)
    {
        requestIds = new uint256[](_amounts.length);
        for (uint256 i = 0; i < _amounts.length; ++i) {
            _checkAmount(_amounts[i]);
            ILidoToken(STETH).transferFrom(msg.sender, address(this), _amounts[i]);
            requestIds[i] = _enqueue(_amounts[i], _owner);
        }
    }

    function requestWithdrawalsWstETH(uint256[] calldata _amounts, address _owner)
        public
        whenResumed
        returns (uint256[] memory requestIds)
    {
        requestIds = new uint256[](_amounts.length);
        for (uint256 i = 0; i < _amounts.length; ++i) {
            ILidoToken(WSTETH).transferFrom(msg.sender, address(this), _amounts[i]);
            uint256 amount = ILidoToken(WSTETH).unwrap(_amounts[i]);
            _checkAmount(amount);
            requestIds[i] = _enqueue(amount, _owner);
        }
    }

    function requestWithdrawalsWithPermit(uint256[] calldata _amounts, address _owner, PermitInput calldata _permit)
        external
        returns (uint256[] memory requestIds)
    {
        _usePermit(STETH, _permit);
        return requestWithdrawals(_amounts, _owner);
    }

    function requestWithdrawalsWstETHWithPermit(
        uint256[] calldata _amounts,
        address _owner,
        PermitInput calldata _permit
    ) external returns (uint256[] memory requestIds) {
        _usePermit(WSTETH, _permit);
        return requestWithdrawalsWstETH(_amounts, _owner);
    }

    function getWithdrawalRequests(address _owner) external view returns (uint256[] memory) {
        return idsOf[_owner];
    }

    function getWithdrawalStatus(uint256[] calldata _requestIds)
        external
        view
        returns (WithdrawalRequestStatus[] memory statuses)
    {
        statuses = new WithdrawalRequestStatus[](_requestIds.length);
        for (uint256 i = 0; i < _requestIds.length; ++i) {
            uint256 id = _requestIds[i];
            _checkId(id);
            (, uint256 amount, uint256 shares) = _content(id - 1, id);
            Request memory r = queue[id];
            statuses[i] = WithdrawalRequestStatus(
                amount, shares, r.owner, r.timestamp, id <= getLastFinalizedRequestId, r.claimed
            );
        }
    }

    function unfinalizedRequestNumber() external view returns (uint256) {
        return getLastRequestId - getLastFinalizedRequestId;
    }

    function unfinalizedStETH() external view returns (uint256) {
        return queue[getLastRequestId].cumulativeStETH - queue[getLastFinalizedRequestId].cumulativeStETH;
    }

    // Claims

    function findCheckpointHints(uint256[] calldata _requestIds, uint256 _firstIndex, uint256 _lastIndex)
        external
        view
        returns (uint256[] memory hintIds)
    {
        hintIds = new uint256[](_requestIds.length);
        uint256 previous = 0;
        for (uint256 i = 0; i < _requestIds.length; ++i) {
            if (_requestIds[i] < previous) revert RequestIdsNotSorted();
            hintIds[i] = _findHint(_requestIds[i], _firstIndex, _lastIndex);
            if (hintIds[i] != 0) _firstIndex = hintIds[i];
            previous = _requestIds[i];
        }
    }

    function getClaimableEther(uint256[] calldata _requestIds, uint256[] calldata _hints)
        external
        view
        returns (uint256[] memory claimable)
    {
        claimable = new uint256[](_requestIds.length);
        for (uint256 i = 0; i < _requestIds.length; ++i) {
            uint256 id = _requestIds[i];
            _checkId(id);
            uint256 hint = _hints[i];
            if (id <= getLastFinalizedRequestId && !queue[id].claimed) claimable[i] = _payout(id, hint);
        }
    }

    function claimWithdrawal(uint256 _requestId) external {
        _claim(_requestId, _findHint(_requestId, 1, getLastCheckpointIndex), msg.sender);
    }

    function claimWithdrawals(uint256[] calldata _requestIds, uint256[] calldata _hints) external {
        _claimAll(_requestIds, _hints, msg.sender);
    }

    function claimWithdrawalsTo(uint256[] calldata _requestIds, uint256[] calldata _hints, address _recipient)
        external
    {
        if (_recipient == address(0)) revert ZeroRecipient();
        _claimAll(_requestIds, _hints, _recipient);
    }

    // Pause and bunker mode

    function isPaused() public view returns (bool) {
        return block.timestamp < getResumeSinceTimestamp;
    }

    function isBunkerModeActive() public view returns (bool) {
        return bunkerModeSinceTimestamp < BUNKER_MODE_DISABLED_TIMESTAMP;
    }

    // Inner parts

    function _checkAmount(uint256 amount) private pure {
        if (amount < MIN_STETH_WITHDRAWAL_AMOUNT) revert RequestAmountTooSmall(amount);
        if (amount > MAX_STETH_WITHDRAWAL_AMOUNT) revert RequestAmountTooLarge(amount);
    }

    function _usePermit(address token, PermitInput calldata p) private {
        ILidoToken(token).permit(msg.sender, address(this), p.value, p.deadline, p.v, p.r, p.s);
    }

    function _enqueue(uint256 amount, address owner) private returns (uint256 id) {
        if (owner == address(0)) owner = msg.sender;
        uint256 shares = ILidoToken(STETH).getSharesByPooledEth(amount);
        Request memory last = queue[getLastRequestId];
        id = ++getLastRequestId;
        queue[id] = Request(
            last.cumulativeStETH + uint128(amount),
            last.cumulativeShares + uint128(shares),
            owner,
            uint40(block.timestamp),
            false,
            uint40(lastReportTimestamp)
        );
        _addId(owner, id);
        emit WithdrawalRequested(id, msg.sender, owner, amount, shares);
        emit Transfer(address(0), owner, id);
    }

    /// Share rate (27 decimals), wei and shares of the requests after `from` up to `to`.
    function _content(uint256 from, uint256 to) internal view returns (uint256 rate, uint256 amount, uint256 shares) {
        amount = queue[to].cumulativeStETH - queue[from].cumulativeStETH;
        shares = queue[to].cumulativeShares - queue[from].cumulativeShares;
        rate = amount * 1e27 / shares;
    }

    function _findHint(uint256 id, uint256 start, uint256 end) private view returns (uint256) {
        _checkId(id);
        uint256 last = getLastCheckpointIndex;
        if (start == 0 || end > last) revert InvalidRequestIdRange(start, end);
        if (last == 0 || id > getLastFinalizedRequestId || start > end) return 0;
        if (id >= checkpoints[end].fromRequestId) {
            return end == last || id < checkpoints[end + 1].fromRequestId ? end : 0;
        }
        if (id < checkpoints[start].fromRequestId) return 0;
        uint256 low = start;
        uint256 high = end - 1;
        while (low < high) {
            uint256 middle = (low + high + 1) / 2;
            if (checkpoints[middle].fromRequestId <= id) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    function _payout(uint256 id, uint256 hint) private view returns (uint256) {
        uint256 last = getLastCheckpointIndex;
        if (hint == 0 || hint > last || id < checkpoints[hint].fromRequestId) revert InvalidHint(hint);
        if (hint < last && checkpoints[hint + 1].fromRequestId <= id) revert InvalidHint(hint);
        (uint256 rate, uint256 amount, uint256 shares) = _content(id - 1, id);
        uint256 ceiling = checkpoints[hint].maxShareRate;
        return rate > ceiling ? shares * ceiling / 1e27 : amount;
    }

    function _claimAll(uint256[] calldata ids, uint256[] calldata hints, address recipient) private {
        if (ids.length != hints.length) revert ArraysLengthMismatch(ids.length, hints.length);
        for (uint256 i = 0; i < ids.length; ++i) _claim(ids[i], hints[i], recipient);
    }

    function _claim(uint256 id, uint256 hint, address recipient) private {
        if (id == 0) revert InvalidRequestId(id);
        if (id > getLastFinalizedRequestId) revert RequestNotFoundOrNotFinalized(id);
        Request storage r = queue[id];
        if (r.claimed) revert RequestAlreadyClaimed(id);
        if (r.owner != msg.sender) revert NotOwner(msg.sender, r.owner);
        r.claimed = true;
        _removeId(msg.sender, id);
        uint256 amount = _payout(id, hint);
        getLockedEtherAmount -= amount;
        if (address(this).balance < amount) revert NotEnoughEther();
        (bool sent,) = recipient.call{value: amount}("");
        if (!sent) revert CantSendValueRecipientMayHaveReverted();
        emit WithdrawalClaimed(id, msg.sender, recipient, amount);
        emit Transfer(msg.sender, address(0), id);
    }
}
